import { sql } from 'kysely';
import type { AccountId } from '../../kernel/ids.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';

/** When an account last served its owner: by a session, a browser that logged in, or because it was set up or given back. */
const lastUse = sql`
  greatest(a.created_at, a.activated_at, a.state_changed_at,
           (SELECT max(s.last_seen_at) FROM session s WHERE s.account_id = a.id),
           (SELECT max(d.last_used_at) FROM device d WHERE d.account_id = a.id))`;

/** Accounts that people set up in the portal; those of support staff are theirs to look after. */
const counts = sql`
  a.state = 'active' AND a.home = 'portal' AND NOT EXISTS (
    SELECT FROM membership m WHERE m.account_id = a.id AND m.service = 'support' AND m.ended_at IS NULL)`;

const listIds = async (query: ReturnType<typeof sql<{ id: AccountId }>>, db: Queryable) =>
  (await query.execute(db)).rows.map(({ id }) => id);

/** Not used since, and not told since they were last used. */
export const listToWarn = (db: Queryable, usedBefore: Date, atMost: number): Promise<AccountId[]> =>
  listIds(
    sql<{ id: AccountId }>`
      SELECT a.id FROM account a
       WHERE ${counts} AND a.state_changed_at < ${usedBefore} AND ${lastUse} < ${usedBefore}
         AND (a.unused_warned_at IS NULL OR a.unused_warned_at <= ${lastUse})
       ORDER BY a.id LIMIT ${atMost}`,
    db,
  );

/** Not used since, and told long enough ago. */
export const listToStop = (
  db: Queryable,
  { usedBefore, warnedBefore }: { usedBefore: Date; warnedBefore: Date },
  atMost: number,
): Promise<AccountId[]> =>
  listIds(
    sql<{ id: AccountId }>`
      SELECT a.id FROM account a
       WHERE ${counts} AND a.unused_warned_at <= ${warnedBefore} AND ${lastUse} < ${usedBefore}
         AND a.unused_warned_at > ${lastUse}
       ORDER BY a.id LIMIT ${atMost}`,
    db,
  );

/** Whether it is still so for one, once it is held. */
export const isUnusedSince = async (tx: Tx, account: AccountId, usedBefore: Date): Promise<boolean> =>
  (
    await sql`SELECT FROM account a WHERE a.id = ${account} AND ${counts} AND ${lastUse} < ${usedBefore}`.execute(
      tx,
    )
  ).rows.length > 0;

export const markWarned = (tx: Tx, account: AccountId, now: Date) =>
  tx.updateTable('account').set({ unused_warned_at: now }).where('id', '=', account).execute();
