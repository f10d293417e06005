import { sql } from 'kysely';
import type { EmailAddress } from '../../kernel/email-address.ts';
import type { AccountId, Ids } from '../../kernel/ids.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import type { EmailChangeId } from '../access-links/access-link.ts';

export interface OwnAddress {
  id: string;
  typed: string;
  canonical: string;
  state: 'current' | 'former' | 'pending';
  revocableUntil: Date | null;
}

/** The addresses an account has, had until lately, or wants. */
export const listOwnAddresses = (db: Queryable, account: AccountId): Promise<OwnAddress[]> =>
  db
    .selectFrom('account_email')
    .select(['id', 'typed', 'canonical', 'state', 'revocable_until as revocableUntil'])
    .where('account_id', '=', account)
    .orderBy('revocable_until', (order) => order.asc().nullsLast())
    .execute();

interface NewChange {
  id: EmailChangeId;
  account: AccountId;
  from: OwnAddress;
  to: EmailAddress;
  now: Date;
  expiresAt: Date;
}

export async function addChange(tx: Tx, ids: Ids, change: NewChange): Promise<void> {
  const newEmail = ids.next<'account-email'>();
  await tx
    .insertInto('account_email')
    .values({
      id: newEmail,
      account_id: change.account,
      ...change.to,
      state: 'pending',
      created_at: change.now,
    })
    .execute();
  await tx
    .insertInto('email_change')
    .values({
      id: change.id,
      account_id: change.account,
      old_email_id: change.from.id,
      new_email_id: newEmail,
      state: 'asked',
      asked_at: change.now,
      expires_at: change.expiresAt,
    })
    .execute();
}

export interface WaitingChange {
  id: EmailChangeId;
  accountId: AccountId;
  typed: string;
  canonical: string;
}

/** Changes nobody was written to about yet, the oldest first. */
export const listUntoldChanges = (db: Queryable, limit: number): Promise<WaitingChange[]> =>
  db
    .selectFrom('email_change')
    .innerJoin('account_email', 'account_email.id', 'email_change.new_email_id')
    .select([
      'email_change.id',
      'email_change.account_id as accountId',
      'account_email.typed',
      'account_email.canonical',
    ])
    .where('email_change.state', '=', 'asked')
    .where('email_change.told_at', 'is', null)
    .orderBy('email_change.asked_at')
    .limit(limit)
    .$narrowType<{ id: EmailChangeId; accountId: AccountId }>()
    .execute();

/** True for one caller only, while the change still waits. */
export const markChangeTold = async (tx: Tx, id: EmailChangeId, now: Date): Promise<boolean> =>
  (await tx
    .updateTable('email_change')
    .set({ told_at: now })
    .where('id', '=', id)
    .where('told_at', 'is', null)
    .where('state', '=', 'asked')
    .returning('id')
    .executeTakeFirst()) !== undefined;

export interface Stopper {
  changeId: EmailChangeId;
  /** Where the link that stops the change is sent. */
  to: string;
}

/** For each change that can be stopped now: the address from before it. */
export const listStoppers = (db: Queryable, account: AccountId, now: Date): Promise<Stopper[]> =>
  db
    .selectFrom('email_change')
    .innerJoin('account_email', 'account_email.id', 'email_change.old_email_id')
    .select(['email_change.id as changeId', 'account_email.typed as to'])
    .where('email_change.account_id', '=', account)
    .where((eb) =>
      eb.or([
        eb('email_change.state', '=', 'asked'),
        eb.and([eb('email_change.state', '=', 'made'), eb('email_change.stoppable_until', '>', now)]),
      ]),
    )
    .$narrowType<{ changeId: EmailChangeId }>()
    .execute();

export type ChangeState = 'asked' | 'made' | 'final' | 'stopped' | 'cancelled' | 'replaced' | 'expired';

export interface LinkedChange {
  id: EmailChangeId;
  accountId: AccountId;
  fullName: string;
  state: ChangeState;
  stoppableUntil: Date | null;
  /** Gone once the change has ended. */
  oldTyped: string | null;
  newTyped: string | null;
  newCanonical: string | null;
  usedAt: Date | null;
  replacedAt: Date | null;
  expiresAt: Date;
}

/** The change that a link speaks of, whatever became of it. */
export const findLinkedChange = (
  db: Queryable,
  secretHash: string,
  purpose: 'confirm-email' | 'stop-email-change',
): Promise<LinkedChange | undefined> =>
  db
    .selectFrom('access_link')
    .innerJoin('email_change', 'email_change.id', 'access_link.email_change_id')
    .innerJoin('account', 'account.id', 'email_change.account_id')
    .leftJoin('account_email as before', 'before.id', 'email_change.old_email_id')
    .leftJoin('account_email as after', 'after.id', 'email_change.new_email_id')
    .select([
      'email_change.id',
      'email_change.account_id as accountId',
      'account.full_name as fullName',
      'email_change.state',
      'email_change.stoppable_until as stoppableUntil',
      'before.typed as oldTyped',
      'after.typed as newTyped',
      'after.canonical as newCanonical',
      'access_link.used_at as usedAt',
      'access_link.replaced_at as replacedAt',
      'access_link.expires_at as expiresAt',
    ])
    .where('access_link.secret_hash', '=', secretHash)
    .where('access_link.purpose', '=', purpose)
    .$castTo<LinkedChange>()
    .executeTakeFirst();

/** Whoever holds an address as a name to log in with; former ones that can take a change back included. */
export const findNameOwner = async (db: Queryable, canonical: string) =>
  (
    await db
      .selectFrom('login_name')
      .select('account_id as accountId')
      .where('canonical', '=', canonical)
      .executeTakeFirst()
  )?.accountId as AccountId | undefined;

/** Takes the address as a name to log in with; false when somebody else has it. One statement, so two cannot both. */
export async function takeName(
  tx: Tx,
  account: AccountId,
  { typed, canonical }: { typed: string; canonical: string },
): Promise<boolean> {
  const taken = await tx
    .insertInto('login_name')
    .values({ canonical, account_id: account, kind: 'email', typed })
    .onConflict((conflict) => conflict.doNothing())
    .returning('canonical')
    .executeTakeFirst();
  return taken !== undefined;
}

/**
 * Makes the change, if it still waits. What can stop it does so longer than anything that can stop an earlier change,
 * so that the order of the addresses shows in their times.
 */
export async function markMade(tx: Tx, id: EmailChangeId, now: Date, stoppableUntil: Date) {
  const { rows } = await sql<{ stoppableUntil: Date; oldEmail: string; newEmail: string }>`
    UPDATE email_change AS c SET state = 'made', made_at = ${now}, stoppable_until = greatest(${stoppableUntil}::timestamptz,
           (SELECT max(earlier.stoppable_until) + interval '1 millisecond' FROM email_change earlier
             WHERE earlier.account_id = c.account_id AND earlier.state = 'made'))
     WHERE c.id = ${id} AND c.state = 'asked'
    RETURNING c.stoppable_until AS "stoppableUntil", c.old_email_id AS "oldEmail", c.new_email_id AS "newEmail"
  `.execute(tx);
  return rows[0];
}

/** The old address stays, to take the change back; the new one is the account's from now on. */
export async function swapAddresses(
  tx: Tx,
  { oldEmail, newEmail, stoppableUntil }: { oldEmail: string; newEmail: string; stoppableUntil: Date },
  now: Date,
): Promise<void> {
  await tx
    .updateTable('account_email')
    .set({ state: 'former', revocable_until: stoppableUntil })
    .where('id', '=', oldEmail)
    .execute();
  await tx
    .updateTable('account_email')
    .set({ state: 'current', confirmed_at: now })
    .where('id', '=', newEmail)
    .execute();
}
