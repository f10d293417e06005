import { sql } from 'kysely';
import type { AccountId } from '../../kernel/ids.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import type { EmailChangeId } from '../access-links/access-link.ts';
import { nobodysHash } from '../passwords/password-hashing.ts';

export interface StoppedChange {
  oldEmail: string;
  newEmail: string | null;
  /** Null for a change that was only asked for. */
  stoppableUntil: Date | null;
}

/** Stops a change while it can be, in one statement: two clicks stop it once, and it is stopped or made final, never both. */
export const stopChange = (tx: Tx, id: EmailChangeId, now: Date) =>
  endChanges(
    tx,
    sql`id = ${id} AND (state = 'asked' OR (state = 'made' AND stoppable_until > ${now}))`,
    now,
  ).then((rows) => rows[0]);

/** What was changed after the change that was stopped falls with it. */
export const stopLaterChanges = (tx: Tx, account: AccountId, stoppableUntil: Date, now: Date) =>
  endChanges(
    tx,
    sql`account_id = ${account} AND (state = 'asked' OR (state = 'made' AND stoppable_until > ${stoppableUntil}))`,
    now,
  );

async function endChanges(tx: Tx, which: ReturnType<typeof sql>, now: Date): Promise<StoppedChange[]> {
  const { rows } = await sql<StoppedChange>`
    UPDATE email_change SET state = 'stopped', ended_at = ${now} WHERE ${which}
    RETURNING old_email_id AS "oldEmail", new_email_id AS "newEmail", stoppable_until AS "stoppableUntil"
  `.execute(tx);
  return rows;
}

/** Forgets addresses, and the names they gave to log in with. Gives those that were the account's own. */
export async function dropAddresses(
  tx: Tx,
  account: AccountId,
  emails: readonly string[],
): Promise<string[]> {
  if (emails.length === 0) return [];
  await tx
    .deleteFrom('login_name')
    .where('account_id', '=', account)
    .where('kind', '=', 'email')
    .where('canonical', 'in', (eb) =>
      eb
        .selectFrom('account_email')
        .select('canonical')
        .where('id', 'in', emails)
        .where('state', '<>', 'pending'),
    )
    .execute();
  const gone = await tx
    .deleteFrom('account_email')
    .where('id', 'in', emails)
    .returning(['typed', 'state'])
    .execute();
  return gone.flatMap(({ typed, state }) => (state === 'pending' ? [] : [typed]));
}

/** Makes an address the account's own again. */
export const restoreAddress = (tx: Tx, email: string) =>
  tx
    .updateTable('account_email')
    .set({ state: 'current', revocable_until: null })
    .where('id', '=', email)
    .execute();

/** Puts a hash nobody has a password for in the place of the portal's; false when there is none to replace. */
export const makePasswordUnusable = async (tx: Tx, account: AccountId): Promise<boolean> =>
  (await tx
    .updateTable('password')
    .set({ hash: nobodysHash })
    .where('account_id', '=', account)
    .where('realm', '=', 'portal')
    .returning('account_id')
    .executeTakeFirst()) !== undefined;

export interface DueChange {
  id: EmailChangeId;
  accountId: AccountId;
  state: string;
}

/** Changes that nobody confirmed in time, and those that nobody stopped in time. */
export const listDueChanges = (db: Queryable, now: Date, limit: number) =>
  db
    .selectFrom('email_change')
    .select(['id', 'account_id as accountId', 'state'])
    .where((eb) =>
      eb.or([
        eb.and([eb('state', '=', 'asked'), eb('expires_at', '<=', now)]),
        eb.and([eb('state', '=', 'made'), eb('stoppable_until', '<=', now)]),
      ]),
    )
    .limit(limit)
    .$narrowType<{ id: EmailChangeId; accountId: AccountId }>()
    .execute();

/** Makes a change final whose time to be stopped is over; gives the address that goes with it. */
export const markFinal = async (tx: Tx, id: EmailChangeId, now: Date): Promise<string | undefined> =>
  (
    await tx
      .updateTable('email_change')
      .set({ state: 'final', ended_at: now })
      .where('id', '=', id)
      .where('state', '=', 'made')
      .where('stoppable_until', '<=', now)
      .returning('old_email_id as oldEmail')
      .executeTakeFirst()
  )?.oldEmail ?? undefined;
