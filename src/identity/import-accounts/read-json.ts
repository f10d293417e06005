import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { type AccountField, accountFields, type RawAccount } from './account-row.ts';
import { UnreadableAccounts } from './unreadable-accounts.ts';

/** A file read whole must fit into one string of Node, twice over with what is made of it. */
const largestWhole = 400 * 1024 * 1024;

export async function readWholeJson(file: string): Promise<unknown> {
  if ((await stat(file)).size > largestWhole) throw new UnreadableAccounts('too-large');
  try {
    return JSON.parse((await readFile(file, 'utf8')).replace(/^\uFEFF/, ''));
  } catch {
    throw new UnreadableAccounts('not-json', '1');
  }
}

/** One list of accounts, read whole. */
export async function* readJson(file: string): AsyncGenerator<RawAccount> {
  const whole = await readWholeJson(file);
  if (!Array.isArray(whole)) throw new UnreadableAccounts('no-users');
  for (const [index, value] of whole.entries()) yield accountOf(value, index + 1);
}

/** One account a line, however many there are. */
export async function* readJsonLines(file: string): AsyncGenerator<RawAccount> {
  let place = 0;
  for await (const line of createInterface({ input: createReadStream(file, 'utf8') })) {
    place += 1;
    if (line.trim() !== '') yield accountOf(parsed(line), place);
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function accountOf(value: unknown, place: number): RawAccount {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { place, fields: {}, isBroken: true };
  const entries = Object.entries(value).filter(([, content]) => content !== null);
  const isKnown = entries.every(
    ([name, content]) => accountFields.some((field) => field === name) && typeof content === 'string',
  );
  const fields = Object.fromEntries(entries) as Partial<Record<AccountField, string>>;
  return isKnown ? { place, fields } : { place, fields: {}, isBroken: true };
}
