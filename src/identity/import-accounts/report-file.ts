import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import type { RowOutcome, RowReport } from './import-accounts.ts';
import type { ImportAccountsWords } from './import-accounts.words.ts';

/**
 * Writes what became of each row, as CSV that only its owner may read. Nothing when there is a file already, which may be
 * the one with the accounts, or no folder for it.
 */
export async function openReport(file: string, words: ImportAccountsWords, dryRun: boolean) {
  const handle = await open(file, 'wx', 0o600).catch(() => undefined);
  if (!handle) return undefined;
  const stream = handle.createWriteStream();
  const write = async (cells: readonly string[]) => {
    if (!stream.write(`${cells.map(quoted).join(',')}\r\n`)) await once(stream, 'drain');
  };
  const header = write(words.reportHeader);
  return {
    add: async ({ place, email, result }: RowReport) => {
      await header;
      const { outcome } = result;
      const name = outcome === 'added' && dryRun ? words.outcomes.wouldBeAdded : words.outcomes[outcome];
      await write([String(place), email, name, whyOf(result, words)]);
    },
    close: async () => {
      stream.end();
      await finished(stream);
    },
  };
}

export function whyOf(result: RowOutcome, words: ImportAccountsWords): string {
  switch (result.outcome) {
    case 'added':
      return result.notes.map(words.note).join('; ');
    case 'already-here':
      return words.alreadyHere;
    case 'twice-in-file':
      return words.twiceInFile;
    case 'refused':
      return result.problems.map(words.problem).join('; ');
  }
}

/** A cell that begins like a formula would be run by a spreadsheet. */
const quoted = (cell: string): string =>
  `"${(/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`;
