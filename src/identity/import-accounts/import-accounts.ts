import type { Audit } from '../../audit/index.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Ids } from '../../kernel/ids.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import { type Database, inTransaction, type Tx } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import {
  type RawAccount,
  type ReadyAccount,
  type RowNote,
  type RowProblem,
  readAccountRow,
} from './account-row.ts';
import {
  addAccounts,
  findHeldAddresses,
  findTakenUsernames,
  lockAddresses,
} from './import-accounts.store.ts';

export interface ImportAccountsNeeds {
  audit: Audit;
  clock: Clock;
  database: Database;
  ids: Ids;
  keyRing: KeyRing;
  settings: Settings;
}

/** What became of one row. An account that is here already is left exactly as it is, its password above all. */
export type RowOutcome =
  | { outcome: 'added'; notes: RowNote[] }
  | { outcome: 'already-here' }
  | { outcome: 'twice-in-file' }
  | { outcome: 'refused'; problems: RowProblem[] };

export interface RowReport {
  place: number;
  email: string;
  result: RowOutcome;
}

interface Import {
  needs: ImportAccountsNeeds;
  dryRun: boolean;
  seen: { addresses: Set<string>; usernames: Set<string> };
}

/** Each in a transaction of its own, so that what was begun and broken off is finished by the same file again. */
const batchSize = 500;

/** Takes accounts in, batch by batch, and yields what became of each row. A dry run looks at everything and changes nothing. */
export async function* importAccounts(
  needs: ImportAccountsNeeds,
  rows: AsyncIterable<RawAccount>,
  { dryRun }: { dryRun: boolean },
): AsyncGenerator<RowReport> {
  const running: Import = { needs, dryRun, seen: { addresses: new Set(), usernames: new Set() } };
  let batch: RawAccount[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < batchSize) continue;
    yield* await importBatch(running, batch);
    batch = [];
  }
  yield* await importBatch(running, batch);
}

async function importBatch(running: Import, batch: readonly RawAccount[]): Promise<RowReport[]> {
  const read = batch.map((raw) => ({ raw, first: firstLook(running, raw) }));
  const ready = read.flatMap(({ first }) => (first.outcome === 'ready' ? [first.account] : []));
  const decided = await decideInTime(running, ready);
  return read.map(({ raw, first }) => ({
    place: raw.place,
    email: raw.fields.email ?? '',
    result: first.outcome === 'ready' ? (decided.get(first.account) ?? { outcome: 'already-here' }) : first,
  }));
}

type FirstLook = { outcome: 'ready'; account: ReadyAccount } | Exclude<RowOutcome, { outcome: 'added' }>;

/** What the file alone decides. */
function firstLook({ needs, seen }: Import, raw: RawAccount): FirstLook {
  const read = readAccountRow(raw, needs.settings);
  if (read.outcome === 'refused') return read;
  const { email, username } = read.account;
  if (seen.addresses.has(email.canonical)) return { outcome: 'twice-in-file' };
  seen.addresses.add(email.canonical);
  if (username && seen.usernames.has(username.skeleton)) return taken;
  if (username) seen.usernames.add(username.skeleton);
  return read;
}

const taken: RowOutcome & FirstLook = { outcome: 'refused', problems: ['username-taken'] };

/** Somebody may take a name between the look and the change; then the batch is looked at once more. */
async function decideInTime(running: Import, ready: readonly ReadyAccount[], more = 3) {
  try {
    return await inTransaction(running.needs.database, (tx) => decide(running, tx, ready));
  } catch (error) {
    if (more === 0 || !isNameClash(error)) throw error;
    return decideInTime(running, ready, more - 1);
  }
}

/** PostgreSQL's unique_violation. */
const isNameClash = (error: unknown) => error instanceof Error && 'code' in error && error.code === '23505';

async function decide(
  { needs, dryRun }: Import,
  tx: Tx,
  ready: readonly ReadyAccount[],
): Promise<Map<ReadyAccount, RowOutcome>> {
  const addresses = ready.map(({ email }) => email.canonical);
  if (!dryRun) await lockAddresses(tx, addresses);
  const held = await findHeldAddresses(tx, addresses);
  const fresh = ready.filter(({ email }) => !held.has(email.canonical));
  const usernames = fresh.flatMap(({ username }) => (username ? [username.skeleton] : []));
  const takenNames = await findTakenUsernames(needs, tx, usernames);
  const isTaken = ({ username }: ReadyAccount) => username !== undefined && takenNames.has(username.skeleton);
  const toAdd = fresh.filter((account) => !isTaken(account));
  if (!dryRun) await add(needs, tx, toAdd);
  const added = toAdd.map((account) => [account, { outcome: 'added', notes: account.notes }] as const);
  return new Map<ReadyAccount, RowOutcome>([
    ...added,
    ...fresh.filter(isTaken).map((account) => [account, taken] as const),
  ]);
}

async function add(needs: ImportAccountsNeeds, tx: Tx, ready: readonly ReadyAccount[]): Promise<void> {
  if (ready.length === 0) return;
  const accounts = ready.map((account) => ({
    ...account,
    id: needs.ids.next<'account'>(),
    emailId: needs.ids.next(),
  }));
  await addAccounts(tx, accounts, needs.clock.now());
  const ids = accounts.map(({ id }) => id);
  await needs.audit.recordForEach(tx, { action: 'account-imported', actor: 'system' }, ids);
}
