import type { ImportRegisterWords } from './import-register.words.ts';
import type { Capped, ImportReport } from './import-report.ts';

/** A report for a terminal: the counts, then what an operator can act on. */
export const reportLines = (report: ImportReport, words: ImportRegisterWords): string[] => [
  `${words.kinds[report.kind]}:`,
  ...counts(report).map(([name, count]) => `  ${words.counts[name]}: ${words.count(count)}`),
  ...listLines(report.closed, words, (row) => `${words.line(row.line)} ${row.code} ${row.name}`, 'closed'),
  ...listLines(
    report.refused,
    words,
    (row) => `${words.line(row.line)} ${row.code}: ${words.refusals[row.reason]}`,
    'refused',
  ),
];

export const counts = (report: ImportReport) =>
  [
    ['rows', report.rows],
    ['added', report.added.total],
    ['changed', report.changed.total],
    ['closed', report.closed.total],
    ['closedWithPractice', report.closedWithPractice.total],
    ['unchanged', report.unchanged],
    ['refused', report.refused.total],
  ] as const;

const fewLines = 20;

function listLines<Row>(
  list: Capped<Row>,
  words: ImportRegisterWords,
  lineOf: (row: Row) => string,
  name: 'closed' | 'refused',
): string[] {
  if (list.total === 0) return [];
  const shown = list.first.slice(0, fewLines);
  const rest = list.total - shown.length;
  const lines = shown.map((row) => `  ${lineOf(row)}`);
  return [`${words.counts[name]}:`, ...lines, ...(rest > 0 ? [`  ${words.andMore(rest)}`] : [])];
}
