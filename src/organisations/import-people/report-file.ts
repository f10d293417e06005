import { csvFile } from '../file-rows/csv-cells.ts';
import type { ImportPeopleWords } from './import-people.words.ts';
import { isProblem } from './row-finding.ts';
import type { ShownRow } from './view-import.ts';

/** What became of a row, then why. */
export function sayOutcome({ outcome, codes }: ShownRow, words: ImportPeopleWords): string[] {
  const isAlone = outcome === 'may-not-give' || outcome === 'limit-reached';
  const reasons = isAlone ? [] : codes.filter(isProblem).map((code) => words.finding(code));
  return [outcome ? words.outcomes[outcome] : '', ...reasons];
}

/** The report as a file, row by row in the order of the file it is about. */
export const reportFile = (rows: readonly ShownRow[], words: ImportPeopleWords): string => {
  const { column } = words.report;
  return csvFile([
    [column.line, column.person, column.email, column.outcome],
    ...rows.map((row) => [
      String(row.line),
      row.member?.fullName ?? '',
      row.member?.email ?? '',
      sayOutcome(row, words).join('. '),
    ]),
  ]);
};
