/** Holds the product against its budgets: `npm run bench -- [part …] [--quick] [--write] [--date 2026-01-31]`. */
import { parseArgs } from 'node:util';
import type { Part } from './bench/measurement.ts';
import { parts } from './bench/parts.ts';
import { type PartResult, tableOf } from './bench/report.ts';
import { fullScale, quickScale } from './bench/scale.ts';
import { withSurroundings } from './bench/surroundings.ts';
import { writePerformance } from './bench/write-performance.ts';

const say = (line: string): boolean => process.stdout.write(`${line}\n`);

async function bench(options: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: options,
    allowPositionals: true,
    options: { quick: { type: 'boolean' }, write: { type: 'boolean' }, date: { type: 'string' } },
  });
  const unknown = positionals.filter((name) => !parts.some((part) => part.name === name));
  if (unknown.length > 0) return refuse(unknown);
  const chosen = parts.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  const results = await runParts(chosen, values.quick === true);
  say(`\n${tableOf(results)}`);
  const date = values.date ?? new Date().toISOString().slice(0, 10);
  if (values.write && chosen.length === parts.length && !values.quick) await writePerformance(results, date);
  return 0;
}

function refuse(unknown: string[]): number {
  say(`There is no part ${unknown.join(', ')}. The parts are ${parts.map(({ name }) => name).join(', ')}.`);
  return 1;
}

/** A part that fails says why and leaves the others their turn. */
const runParts = (chosen: readonly Part[], isQuick: boolean): Promise<PartResult[]> =>
  withSurroundings(isQuick ? quickScale : fullScale, say, async (surroundings) => {
    const results: PartResult[] = [];
    for (const { name, about, run } of chosen) {
      say(`${name}: ${about}`);
      const measured = await run(surroundings);
      results.push({ name, about, measured });
      say(tableOf(results.slice(-1)));
    }
    return results;
  });

process.exit(await bench(process.argv.slice(2)));
