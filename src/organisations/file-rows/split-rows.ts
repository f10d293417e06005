import { CsvError, type Options, parse } from 'csv-parse/sync';

/** One row as it stands in the file, and the line it begins on, counted from 1. */
export interface RawRow {
  line: number;
  cells: string[];
}

export type SplitRows =
  | { outcome: 'split'; rows: RawRow[]; brokenLines: number[] }
  | { outcome: 'not-csv'; line: number };

/** No real row comes near it; a quote that is never closed would swallow the rest of the file. */
const longestRow = 10_000;

/** A file with more is something else, and each takes its time. */
const mostStrays = 5000;

/** A row with a stray quote is left out and named; a quote left open makes the whole file unreadable. */
export function splitRows(text: string, options: SplitOptions = {}): SplitRows {
  const brokenLines = new Set<number>();
  let [strays, lastLine] = [0, 0];
  const on_skip: Options['on_skip'] = (error) => {
    brokenLines.add(brokenLine(error));
    strays += 1;
    if (strays > mostStrays) throw error;
  };
  const on_record: Options['on_record'] = (record, { lines }) => {
    lastLine = lines;
    return record;
  };
  try {
    const parsed = parse(text, { ...shape, ...options, on_skip, on_record });
    const rows = (parsed as unknown as ParsedRow[]).map(({ record, info }) => ({
      line: info.lines - linesWithin(record),
      cells: record,
    }));
    return { outcome: 'split', rows, brokenLines: [...brokenLines] };
  } catch (error) {
    if (error instanceof CsvError) return { outcome: 'not-csv', line: Math.min(lastLine + 1, lineOf(error)) };
    throw error;
  }
}

/** `to`: no more rows than so many; `relax_quotes`: a quote within a cell is a letter like others. */
export type SplitOptions = Pick<Options, 'delimiter' | 'from_line' | 'to' | 'relax_quotes'>;

const shape = {
  delimiter: ',',
  record_delimiter: '\n',
  relax_column_count: true,
  skip_empty_lines: true,
  skip_records_with_error: true,
  max_record_size: longestRow,
  info: true,
} satisfies Options;

interface ParsedRow {
  record: string[];
  info: { lines: number };
}

const strayQuotes = ['CSV_INVALID_CLOSING_QUOTE', 'INVALID_OPENING_QUOTE'];

function brokenLine(error: CsvError | undefined): number {
  if (error && strayQuotes.includes(error.code)) return lineOf(error);
  throw error ?? new Error('a row was skipped without a reason');
}

const lineOf = (error: CsvError): number => Number(error.lines ?? 1);

const linesWithin = (cells: string[]): number =>
  cells.reduce((count, cell) => count + cell.split('\n').length - 1, 0);
