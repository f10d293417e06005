import { createReadStream } from 'node:fs';
import { CsvError, parse } from 'csv-parse';
import { type AccountField, accountFields, type RawAccount } from './account-row.ts';
import { UnreadableAccounts } from './unreadable-accounts.ts';

interface ParsedRow {
  record: Partial<Record<AccountField, string>>;
  info: { lines: number };
}

/** Reads a CSV file in UTF-8 row by row, however long it is. Its first line names the columns. */
export async function* readCsv(file: string): AsyncGenerator<RawAccount> {
  const parser = parse({
    bom: true,
    columns: knownColumns,
    info: true,
    skip_empty_lines: true,
    max_record_size: 20_000,
  });
  const source = createReadStream(file);
  source.on('error', (error) => parser.destroy(error));
  try {
    for await (const { record, info } of source.pipe(parser) as AsyncIterable<ParsedRow>) {
      if (Object.values(record).some((text) => text.includes('\uFFFD')))
        throw new UnreadableAccounts('not-utf8', String(info.lines));
      yield { place: info.lines, fields: record };
    }
  } catch (error) {
    if (error instanceof CsvError) throw new UnreadableAccounts('not-csv', String(error.lines ?? 1));
    throw error;
  } finally {
    source.destroy();
  }
}

/** A column we do not know would be left behind unseen, and a mistyped one is most likely a password's. */
function knownColumns(header: string[]): string[] {
  const names = header.map((name) => name.trim().toLowerCase());
  const unknown = names.filter((name) => !accountFields.some((field) => field === name));
  if (unknown.length > 0) throw new UnreadableAccounts('unknown-columns', unknown.join(', '));
  if (!names.includes('email')) throw new UnreadableAccounts('no-email-column');
  return names;
}
