import { sql } from 'kysely';
import type { AccountId } from '../kernel/ids.ts';
import type { Tx } from '../platform/database/database.ts';
import type { EmailChangeId } from './access-links/access-link.ts';

/** Ends the one change that waits to be confirmed, and forgets its address; false when none waits. */
export async function endAskedChange(
  tx: Tx,
  account: AccountId,
  as: 'replaced' | 'cancelled' | 'expired',
  now: Date,
): Promise<boolean> {
  let waiting = tx
    .updateTable('email_change')
    .set({ state: as, ended_at: now })
    .where('account_id', '=', account)
    .where('state', '=', 'asked');
  if (as === 'expired') waiting = waiting.where('expires_at', '<=', now);
  const [ended] = await waiting.returning('new_email_id as newEmail').execute();
  if (ended?.newEmail) await tx.deleteFrom('account_email').where('id', '=', ended.newEmail).execute();
  return ended !== undefined;
}

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

/** Everything that can still be stopped, for whoever says that none of it was theirs. */
export const stopAllChanges = (tx: Tx, account: AccountId, now: Date) =>
  endChanges(
    tx,
    sql`account_id = ${account} AND (state = 'asked' OR (state = 'made' AND stoppable_until > ${now}))`,
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
