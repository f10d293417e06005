import { access, constants } from 'node:fs/promises';
import { extname } from 'node:path';
import type { RawAccount } from './account-row.ts';
import { readCsv } from './read-csv.ts';
import { readDjango } from './read-django.ts';
import { readJson, readJsonLines } from './read-json.ts';
import { readKeycloak } from './read-keycloak.ts';
import { UnreadableAccounts } from './unreadable-accounts.ts';

const readers = {
  csv: readCsv,
  json: readJson,
  jsonl: readJsonLines,
  keycloak: readKeycloak,
  django: readDjango,
} satisfies Record<string, (file: string) => AsyncGenerator<RawAccount>>;

export type AccountsFormat = keyof typeof readers;
export const accountsFormats = Object.keys(readers) as AccountsFormat[];

/** The accounts of a file, one after another. Throws `UnreadableAccounts`. */
export async function* readAccountsFile(file: string, format = formatOf(file)): AsyncGenerator<RawAccount> {
  const isThere = await access(file, constants.R_OK).then(
    () => true,
    () => false,
  );
  if (!isThere) throw new UnreadableAccounts('no-file');
  yield* readers[format](file);
}

/** By the end of its name; exports of other products are JSON too, and must be named. */
const formatOf = (file: string): AccountsFormat =>
  accountsFormats.find((format) => extname(file).toLowerCase() === `.${format}`) ?? 'csv';
