import { decodeText } from '../file-rows/decode-text.ts';
import { firstImpossibleLine } from '../file-rows/impossible-line.ts';
import { type RawRow, splitRows } from '../file-rows/split-rows.ts';
import { readOrganisationCode } from '../places/organisation-code.ts';
import { column, fewestColumns, readRow } from './read-row.ts';
import type { RefusedRow, RegisterKind, RegisterRow } from './register-row.ts';

export type Unreadable = 'empty' | 'not-text' | 'not-csv' | 'wrong-shape';

export type ReadRegister =
  | { outcome: 'read'; kind: RegisterKind; rows: RegisterRow[]; refused: RefusedRow[] }
  | { outcome: 'unreadable'; problem: Unreadable; line: number | undefined };

/** Reads a whole file. Every row of it, a header aside, ends up either read or refused. */
export function readRegister(bytes: Uint8Array, today: string): ReadRegister {
  const decoded = decodeText(bytes);
  if (decoded.outcome !== 'text') return unreadable(decoded.outcome);
  const impossible = firstImpossibleLine(decoded.text);
  if (impossible) return unreadable('wrong-shape', impossible);
  const split = splitRows(decoded.text);
  if (split.outcome !== 'split') return unreadable('not-csv', split.line);
  const rows = withoutHeader(split.rows);
  const kind = kindOf(rows);
  if (!kind) return unreadable('wrong-shape', rows[0]?.line);
  const broken = split.brokenLines.map((line): RefusedRow => ({ line, code: '', reason: 'broken-quotes' }));
  return { outcome: 'read', kind, ...sortOut(rows, kind, today, broken) };
}

const unreadable = (problem: Unreadable, line?: number): ReadRegister => ({
  outcome: 'unreadable',
  problem,
  line,
});

/** Current reports may begin with the names of their columns; a code always holds a digit. */
const withoutHeader = (rows: RawRow[]): RawRow[] =>
  rows[0] && !/\d/.test(rows[0].cells[column.code] ?? '') && rows[0].cells.length >= fewestColumns
    ? rows.slice(1)
    : rows;

/** Undefined unless most rows look like a register's. Branches have a practice and no status. */
function kindOf(rows: RawRow[]): RegisterKind | undefined {
  const shaped = rows.filter(looksLikeRegister);
  if (shaped.length === 0 || shaped.length < rows.length / 2) return undefined;
  const branches = shaped.filter(
    ({ cells }) => !cells[column.status]?.trim() && cells[column.parent]?.trim(),
  );
  return branches.length > shaped.length / 2 ? 'branch' : 'practice';
}

const looksLikeRegister = ({ cells }: RawRow): boolean =>
  cells.length >= fewestColumns && readOrganisationCode(cells[column.code] ?? '').outcome === 'code';

function sortOut(rawRows: RawRow[], kind: RegisterKind, today: string, broken: RefusedRow[]) {
  const rows = new Map<string, RegisterRow>();
  const refused = [...broken];
  for (const raw of rawRows) {
    const read = readRow(raw, kind, today);
    const refuse = (reason: RefusedRow['reason']) =>
      refused.push({ line: raw.line, code: shownCode(raw), reason });
    if ('reason' in read) refuse(read.reason);
    else if (rows.has(read.row.code)) refuse('duplicate');
    else rows.set(read.row.code, read.row);
  }
  return { rows: [...rows.values()], refused: refused.sort((a, b) => a.line - b.line) };
}

/** Enough to find the row by, and no more of what may be anything. */
const shownCode = ({ cells }: RawRow): string => (cells[column.code] ?? '').trim().slice(0, 12);
