import { wordsIn } from '../../kernel/words.ts';
import { type ImportAccountsNeeds, importAccounts } from './import-accounts.ts';
import { type ImportCounts, importAccountsWords } from './import-accounts.words.ts';
import { type AccountsFormat, readAccountsFile } from './read-accounts-file.ts';
import { openReport, whyOf } from './report-file.ts';
import { UnreadableAccounts } from './unreadable-accounts.ts';

const words = wordsIn(importAccountsWords, 'en');

/** As many refused rows are said; the report has them all. */
const saidRefusals = 20;

export interface ImportAccountsOptions {
  file: string;
  format: AccountsFormat | undefined;
  dryRun: boolean;
  report: string | undefined;
}

/** Takes a file of accounts in and says what it did. False when anything was refused, or the file cannot be read. */
export async function importAccountsFile(
  needs: ImportAccountsNeeds,
  { file, format, dryRun, report }: ImportAccountsOptions,
  say: (line: string) => void,
): Promise<boolean> {
  const written = report === undefined ? undefined : await openReport(report, words, dryRun);
  if (report !== undefined && !written) {
    say(words.reportNotWritten(report));
    return false;
  }
  const counts: ImportCounts = { added: 0, 'already-here': 0, 'twice-in-file': 0, refused: 0 };
  let unreadable: UnreadableAccounts | undefined;
  try {
    for await (const row of importAccounts(needs, readAccountsFile(file, format), { dryRun })) {
      counts[row.result.outcome] += 1;
      if (row.result.outcome === 'refused' && counts.refused <= saidRefusals)
        say(words.refusedRow(row.place, whyOf(row.result, words)));
      await written?.add(row);
    }
  } catch (error) {
    if (!(error instanceof UnreadableAccounts)) throw error;
    unreadable = error;
  } finally {
    await written?.close();
  }
  if (counts.refused > saidRefusals) say(words.moreRefused(counts.refused - saidRefusals));
  if (unreadable) say(words.unreadable(unreadable.problem, unreadable.about));
  for (const line of words.summary(counts, dryRun)) say(line);
  if (dryRun) say(words.nothingChanged);
  else if (unreadable) say(words.repeat);
  if (report !== undefined) say(words.reportWritten(report));
  return !unreadable && counts.refused === 0;
}
