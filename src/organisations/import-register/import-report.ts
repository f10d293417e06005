import type { RefusalReason, RefusedRow, RegisterKind } from './register-row.ts';

export interface ReportedRow {
  line: number;
  code: string;
  name: string;
}

/** A list that may be long: how many there were, and the first of them. */
export interface Capped<Row> {
  total: number;
  first: Row[];
}

/** What an import did. Every row of the file is in exactly one of added, changed, closed, unchanged and refused. */
export interface ImportReport {
  kind: RegisterKind;
  rows: number;
  unchanged: number;
  added: Capped<ReportedRow>;
  changed: Capped<ReportedRow>;
  closed: Capped<ReportedRow>;
  /** Branches, in this file or from an earlier one, that closed because their practice did. */
  closedWithPractice: Capped<Omit<ReportedRow, 'line'>>;
  refused: Capped<RefusedRow>;
  refusedBecause: Partial<Record<RefusalReason, number>>;
}

const shownAtMost = 200;

export const capped = <Row>(rows: readonly Row[]): Capped<Row> => ({
  total: rows.length,
  first: rows.slice(0, shownAtMost),
});

export function countReasons(refused: readonly RefusedRow[]): ImportReport['refusedBecause'] {
  const counts: ImportReport['refusedBecause'] = {};
  for (const { reason } of refused) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}
