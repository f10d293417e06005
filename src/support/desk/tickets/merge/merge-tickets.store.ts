import { sql } from 'kysely';
import type { Queryable, Tx } from '../../../../platform/database/database.ts';
import type { RequesterId, TicketId } from '../../../tickets/ticket.ts';

export const saveMergedInto = (tx: Tx, id: TicketId, survivor: TicketId) =>
  tx.updateTable('ticket').set({ merged_into: survivor }).where('id', '=', id).execute();

/** What was merged into the one that goes now, goes on to the survivor too. */
export const moveMerged = (tx: Tx, from: TicketId, to: TicketId) =>
  tx.updateTable('ticket').set({ merged_into: to }).where('merged_into', '=', from).execute();

/** Whether one of two tickets is read by anybody of the public who does not read the other. */
export const hasOtherReaders = async (db: Queryable, one: TicketId, other: TicketId): Promise<boolean> => {
  const { rows } = await sql<{ yes: boolean }>`
    WITH reader AS (
      SELECT id AS ticket_id, requester_id FROM ticket WHERE id IN (${one}, ${other})
       UNION SELECT ticket_id, requester_id FROM ticket_person
              WHERE ticket_id IN (${one}, ${other}) AND agreed_at IS NOT NULL)
    SELECT EXISTS (SELECT FROM reader GROUP BY requester_id HAVING count(*) = 1)
        OR (SELECT count(DISTINCT requester_id) FROM ticket WHERE id IN (${one}, ${other})) > 1 AS yes
  `.execute(db);
  return rows[0]?.yes ?? true;
};

/**
 * Who asked the one that goes follows the survivor, and so does everybody who read it and has no part in that: they read
 * what is answered from now on, and nothing of what others wrote or were told there. Where the same person asked, whoever
 * has not agreed is still waited for.
 */
export const followSurvivor = async (
  tx: Tx,
  { from, to, requester, now }: { from: TicketId; to: TicketId; requester: RequesterId; now: Date },
): Promise<void> => {
  await sql`
    INSERT INTO ticket_person (ticket_id, requester_id, part, asked_at, agreed_at)
    SELECT ${to}, ${requester}, 'follower', ${now}, ${now}
     WHERE ${requester} <> (SELECT requester_id FROM ticket WHERE id = ${to})
    ON CONFLICT (ticket_id, requester_id) DO UPDATE SET agreed_at = coalesce(ticket_person.agreed_at, ${now})`.execute(
    tx,
  );
  await sql`
    INSERT INTO ticket_person (ticket_id, requester_id, part, asked_at, agreed_at, refused_at)
    SELECT ${to}, p.requester_id, CASE WHEN f.follows THEN 'follower' ELSE p.part END, p.asked_at,
           CASE WHEN f.follows AND p.agreed_at IS NOT NULL THEN ${now} ELSE p.agreed_at END, p.refused_at
      FROM ticket_person p JOIN ticket stays ON stays.id = ${to},
           LATERAL (SELECT p.part = 'follower' OR p.agreed_at IS NOT NULL AS follows) f
     WHERE p.ticket_id = ${from} AND p.requester_id <> stays.requester_id
       AND (stays.requester_id = ${requester} OR p.agreed_at IS NOT NULL)
    ON CONFLICT (ticket_id, requester_id) DO NOTHING`.execute(tx);
};

/** The survivor's newest message may be one that came with the merge. */
export const saveNewest = (tx: Tx, id: TicketId, at: Date, by: 'requester' | 'support') =>
  tx
    .updateTable('ticket')
    .set({ last_message_at: at, last_message_by: by })
    .where('id', '=', id)
    .where('last_message_at', '<', at)
    .execute();

export const moveCallBacks = (tx: Tx, from: TicketId, to: TicketId) =>
  tx.updateTable('call_back').set({ ticket_id: to }).where('ticket_id', '=', from).execute();
