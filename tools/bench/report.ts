import { availableParallelism, totalmem } from 'node:os';
import type { Measured } from './measurement.ts';

export interface PartResult {
  name: string;
  about: string;
  measured: Measured[];
}

export const verdictOf = ({ budget, isKept }: Measured): string =>
  isKept === undefined ? (budget ? 'not judged' : '') : isKept ? 'kept' : 'missed';

/** For the terminal: columns as wide as their longest cell. */
export function tableOf(results: readonly PartResult[]): string {
  const rows = results.flatMap(({ name, measured }) =>
    measured.map((line) => [name, line.what, line.measured, line.budget, verdictOf(line)]),
  );
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')).join('\n');
}

/** The same for docs/running, a table for each part. */
export const markdownOf = (results: readonly PartResult[]): string =>
  results
    .map(({ name, about, measured }) => [`## ${name}`, '', about, '', ...rowsOf(measured)].join('\n'))
    .join('\n\n');

const rowsOf = (measured: readonly Measured[]): string[] => [
  '| what | measured | budget | |',
  '|---|---|---|---|',
  ...measured.map((line) => `| ${[line.what, line.measured, line.budget, verdictOf(line)].join(' | ')} |`),
];

/** Cores and memory only: nothing here needs to know whose machine it was. */
export const machine = (): string =>
  `${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GB of memory, Node ${process.versions.node}`;
