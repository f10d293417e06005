import { tidyName } from '../../kernel/full-name.ts';
import { readCell } from '../file-rows/csv-cells.ts';
import { decodeText } from '../file-rows/decode-text.ts';
import { firstImpossibleLine } from '../file-rows/impossible-line.ts';
import { type RawRow, splitRows } from '../file-rows/split-rows.ts';
import {
  type HeadingNames,
  type Headings,
  neededFields,
  type PersonField,
  personFields,
  readHeadings,
} from './person-columns.ts';

export type PersonCells = Partial<Record<PersonField, string>>;

/** One row of the file, and the line it begins on, counted from 1. */
export interface FileRow {
  line: number;
  cells: PersonCells;
  /** It cannot be told which of its cells is what. */
  fault?: 'broken-quotes' | 'too-many-cells';
}

export type UnreadableFile =
  | { problem: 'empty' | 'not-text' | 'no-rows' | 'no-headings' }
  | { problem: 'not-csv'; line: number }
  | { problem: 'missing-columns'; columns: PersonField[] }
  | { problem: 'too-many-rows'; most: number };

export type ReadPeopleFile =
  | { outcome: 'read'; rows: FileRow[]; ignored: string[] }
  | ({ outcome: 'unreadable' } & UnreadableFile);

/** Reads a whole file of people, as spreadsheets save them. Every row that says anything is given back. */
export function readPeopleFile(bytes: Uint8Array, names: HeadingNames, most: number): ReadPeopleFile {
  const decoded = decodeText(bytes);
  if (decoded.outcome !== 'text') return unreadable({ problem: decoded.outcome });
  const table = findTable(decoded.text, names);
  if (!table) return unreadable({ problem: 'no-headings' });
  const impossible = firstImpossibleLine(decoded.text, table.delimiter);
  if (impossible) return unreadable({ problem: 'not-csv', line: impossible });
  const { ignored, at } = table.headings;
  const missing = neededFields.filter((field) => at[field] === undefined);
  if (missing.length > 0) return unreadable({ problem: 'missing-columns', columns: missing });
  const split = splitRows(decoded.text, { ...optionsOf(table), to: most + notesAtMost + 2 });
  if (split.outcome !== 'split') return unreadable({ problem: 'not-csv', line: split.line });
  const rows = readRows(split, table);
  if (rows.length > most) return unreadable({ problem: 'too-many-rows', most });
  return rows.length === 0 ? unreadable({ problem: 'no-rows' }) : { outcome: 'read', rows, ignored };
}

const unreadable = (why: UnreadableFile): ReadPeopleFile => ({ outcome: 'unreadable', ...why });

/** The template explains roles in notes, and people keep some of their own. */
const notesAtMost = 200;

interface Table {
  delimiter: string;
  /** Whether the first line says how cells are told apart, as Excel's `sep=;` does. */
  hasSep: boolean;
  headings: Headings;
}

const optionsOf = ({ delimiter, hasSep }: Pick<Table, 'delimiter' | 'hasSep'>) => ({
  delimiter,
  relax_quotes: true,
  ...(hasSep && { from_line: 2 }),
});

/** Cells are told apart by what Excel's first line says, or else by what makes most sense of the headings. */
function findTable(text: string, names: HeadingNames): Table | undefined {
  const said = /^\ufeff?"?sep=(.)"?[\s,;"]*(\n|$)/i.exec(text)?.[1];
  const tables = (said ? [said] : [',', ';', '\t']).flatMap((delimiter) => {
    const shape = { delimiter, hasSep: said !== undefined };
    if (firstImpossibleLine(text.slice(0, headingsAtMost), delimiter) === 1) return [];
    const first = splitRows(text.slice(0, headingsAtMost), { ...optionsOf(shape), to: 1 });
    const cells = first.outcome === 'split' ? (first.rows[0]?.cells ?? []) : [];
    return [{ ...shape, headings: readHeadings(cells.map(tidy), names) }];
  });
  const known = ({ headings }: Table) => Object.keys(headings.at).length;
  const best = tables.toSorted((one, other) => known(other) - known(one))[0];
  return best && known(best) > 0 ? best : undefined;
}

const headingsAtMost = 10_000;

/** Longer than anything that is right; what is cut off is said to be too long or no such thing anyway. */
const longestCell = 1000;

function readRows({ rows, brokenLines }: { rows: RawRow[]; brokenLines: number[] }, table: Table): FileRow[] {
  const read = rows
    .slice(1)
    .filter(({ cells }) => cells.some((cell) => tidy(cell)) && !isNote(cells))
    .map((row) => readRow(row, table.headings));
  const broken = brokenLines.map((line): FileRow => ({ line, cells: {}, fault: 'broken-quotes' }));
  return [...read, ...broken].sort((one, other) => one.line - other.line);
}

function readRow({ line, cells }: RawRow, { at, named }: Headings): FileRow {
  const read = personFields.flatMap((field) => {
    const index = at[field];
    const text = index === undefined ? '' : tidy(cells[index] ?? '');
    return text ? [[field, text] as const] : [];
  });
  const isOver = cells.some((cell, index) => !named.has(index) && tidy(cell));
  return { line, cells: Object.fromEntries(read), ...(isOver && { fault: 'too-many-cells' as const }) };
}

const isNote = (cells: readonly string[]): boolean => /^#(\s|$)/.test(tidy(cells[0] ?? ''));

/** One line without blanks at its ends; what was put around a cell to keep it text is no part of it. */
function tidy(cell: string): string {
  const line = tidyName(cell.replace(/^\ufeff/, ''));
  return readCell(/^="([^"]*)"$/.exec(line)?.[1]?.trim() ?? line).slice(0, longestCell);
}
