import { sql } from 'kysely';
import type { AccountId } from '../../../../kernel/ids.ts';
import type { Queryable, Tx } from '../../../../platform/database/database.ts';
import type { TicketId } from '../../../tickets/ticket.ts';

export interface Present {
  name: string;
  seenAt: Date;
  writes: boolean;
}

/** Who else looked since an instant, the latest first. */
export const listPresent = (
  db: Queryable,
  ticket: TicketId,
  except: AccountId,
  since: Date,
): Promise<Present[]> =>
  db
    .selectFrom('ticket_presence')
    .innerJoin('account', 'account.id', 'ticket_presence.account_id')
    .select((eb) => [
      'account.full_name as name',
      'ticket_presence.seen_at as seenAt',
      eb('ticket_presence.writes_since', 'is not', null).as('writes'),
    ])
    .where('ticket_presence.ticket_id', '=', ticket)
    .where('ticket_presence.account_id', '<>', except)
    .where('ticket_presence.seen_at', '>', since)
    .orderBy('ticket_presence.seen_at', 'desc')
    .orderBy('account.id')
    .limit(10)
    .$castTo<Present>()
    .execute();

interface Seen {
  ticketId: TicketId;
  accountId: AccountId;
  now: Date;
  /** From when on an earlier look counts as the same. */
  since: Date;
}

/** Notes that somebody looks; true when that is news to the others. */
export const notePresence = async (tx: Tx, { ticketId, accountId, now, since }: Seen): Promise<boolean> => {
  const { rows } = await sql<{ isNews: boolean }>`
    WITH before AS (SELECT seen_at FROM ticket_presence WHERE ticket_id = ${ticketId} AND account_id = ${accountId})
    INSERT INTO ticket_presence (ticket_id, account_id, seen_at) VALUES (${ticketId}, ${accountId}, ${now})
    ON CONFLICT (ticket_id, account_id) DO UPDATE SET seen_at = greatest(ticket_presence.seen_at, ${now})
    RETURNING coalesce((SELECT seen_at FROM before) < ${since}, true) AS "isNews"`.execute(tx);
  return rows[0]?.isNews ?? true;
};

/** Notes that somebody writes, or stopped; true when that is news. */
export const noteWriting = async (
  tx: Tx,
  { ticketId, accountId, now }: Omit<Seen, 'since'>,
  writes: boolean,
): Promise<boolean> => {
  const { rows } = await sql<{ isNews: boolean }>`
    WITH before AS (SELECT writes_since FROM ticket_presence
                     WHERE ticket_id = ${ticketId} AND account_id = ${accountId})
    INSERT INTO ticket_presence (ticket_id, account_id, seen_at, writes_since)
    VALUES (${ticketId}, ${accountId}, ${now}, ${writes ? now : null})
    ON CONFLICT (ticket_id, account_id) DO UPDATE
       SET seen_at = ${now}, writes_since = ${writes ? sql`coalesce(ticket_presence.writes_since, ${now})` : null}
    RETURNING ((SELECT writes_since FROM before) IS NOT NULL) <> ${writes} AS "isNews"`.execute(tx);
  return rows[0]?.isNews ?? true;
};

export const endPresence = (tx: Tx, ticketId: TicketId, accountId: AccountId) =>
  tx
    .deleteFrom('ticket_presence')
    .where('ticket_id', '=', ticketId)
    .where('account_id', '=', accountId)
    .execute();
