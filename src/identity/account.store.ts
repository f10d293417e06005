import { sql } from 'kysely';
import type { Realm } from '../kernel/actor.ts';
import type { EmailAddress } from '../kernel/email-address.ts';
import type { AccountId, Ids } from '../kernel/ids.ts';
import type { Queryable, Tx } from '../platform/database/database.ts';
import type { Account, AccountState, Credential } from './account.ts';

const accounts = (db: Queryable) =>
  db
    .selectFrom('account')
    .innerJoin('account_email', (join) =>
      join.onRef('account_email.account_id', '=', 'account.id').on('account_email.state', '=', 'current'),
    )
    .select([
      'account.id',
      'account.state',
      'account.full_name as fullName',
      'account_email.typed as email',
      'account.preferred_language as preferredLanguage',
    ])
    .$castTo<Account>();

export const findAccount = (db: Queryable, id: AccountId) =>
  accounts(db).where('account.id', '=', id).executeTakeFirst();

/** Whose address it is: the current one, or one that can still take an email change back. */
export const findAccountByEmail = (db: Queryable, canonical: string) =>
  accounts(db)
    .innerJoin('login_name', 'login_name.account_id', 'account.id')
    .where('login_name.canonical', '=', canonical)
    .where('login_name.kind', '=', 'email')
    .executeTakeFirst();

/** The username an account goes by beside its address, as typed. */
export const findUsername = async (db: Queryable, id: AccountId): Promise<string | undefined> =>
  (
    await db
      .selectFrom('login_name')
      .select('typed')
      .where('account_id', '=', id)
      .where('kind', '=', 'username')
      .where('retired_at', 'is', null)
      .executeTakeFirst()
  )?.typed;

/** Holds an address nobody has yet, until the transaction ends: two that invite it at once make one account. */
export const lockAddress = (tx: Tx, canonical: string) =>
  sql`SELECT pg_advisory_xact_lock(hashtextextended(${`address:${canonical}`}, 0))`.execute(tx);

/**
 * Holds the account against a second change at the same time. Taken before its links, sessions and counters, so that
 * two changes wait for each other and never both at once; rows that only refer to it need not wait.
 */
export const lockAccount = (tx: Tx, id: AccountId) =>
  accounts(tx).where('account.id', '=', id).forNoKeyUpdate('account').executeTakeFirst();

export async function findCredential(
  db: Queryable,
  name: string,
  realm: Realm,
): Promise<Credential | undefined> {
  const row = await db
    .selectFrom('login_name')
    .innerJoin('account', 'account.id', 'login_name.account_id')
    .leftJoin('password', (join) =>
      join.onRef('password.account_id', '=', 'account.id').on('password.realm', '=', realm),
    )
    .select(['account.id', 'account.state', 'password.hash'])
    .where('login_name.canonical', '=', name)
    .where('login_name.retired_at', 'is', null)
    .executeTakeFirst();
  return row && { accountId: row.id as AccountId, state: row.state, hash: row.hash ?? undefined };
}

export interface NewAccount {
  id: AccountId;
  fullName: string;
  email: EmailAddress;
  language: string;
  now: Date;
}

/** Adds an invited account with its address as the name to log in with. */
export async function addAccount(
  tx: Tx,
  ids: Ids,
  { id, fullName, email, language, now }: NewAccount,
): Promise<void> {
  await tx
    .insertInto('account')
    .values({
      id,
      state: 'invited',
      full_name: fullName,
      preferred_language: language,
      created_at: now,
      state_changed_at: now,
    })
    .execute();
  await tx
    .insertInto('account_email')
    .values({ id: ids.next(), account_id: id, ...email, state: 'current', created_at: now })
    .execute();
  await tx
    .insertInto('login_name')
    .values({ canonical: email.canonical, account_id: id, kind: 'email', typed: email.typed })
    .execute();
}

/** Why an account was deactivated decides who may open it again. */
export type DeactivatedBecause = 'support' | 'unused';

export const setState = (
  tx: Tx,
  id: AccountId,
  state: AccountState,
  reason: string | null,
  now: Date,
  because: DeactivatedBecause | null = null,
) =>
  tx
    .updateTable('account')
    .set({ state, state_reason: reason, state_changed_at: now, deactivated_because: because })
    .where('id', '=', id)
    .execute();

/** Marks the owner's first proof of the address, and the name they choose to be called by. */
export async function markActivated(tx: Tx, id: AccountId, fullName: string, now: Date): Promise<void> {
  await tx
    .updateTable('account')
    .set({
      state: 'active',
      full_name: fullName,
      activated_at: now,
      state_changed_at: now,
      state_reason: null,
    })
    .where('id', '=', id)
    .execute();
  await tx
    .updateTable('account_email')
    .set({ confirmed_at: now })
    .where('account_id', '=', id)
    .where('state', '=', 'current')
    .execute();
}
