import { readFile, writeFile } from 'node:fs/promises';
import { machine, markdownOf, type PartResult } from './report.ts';

const file = 'docs/running/performance.md';
const [begin, end] = ['<!-- measured: begin -->', '<!-- measured: end -->'];

/** Renews what lies between the two marks; what was written by hand around them stays. */
export async function writePerformance(results: readonly PartResult[], date: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  const [before, after] = [text.indexOf(begin), text.indexOf(end)];
  if (before < 0 || after < before) throw new Error(`${file} has lost its marks`);
  const measured = `Measured on ${date} on a machine of ${machine()}.\n\n${markdownOf(results)}`;
  await writeFile(file, `${text.slice(0, before)}${begin}\n\n${measured}\n\n${text.slice(after)}`);
}
