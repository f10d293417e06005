import { sql } from 'kysely';
import type { Queryable, Tx } from '../../platform/database/database.ts';

/**
 * Erases tickets long closed with everything on them, some at a time. What was joined with another goes after that one,
 * because its words stand there.
 */
export async function eraseTickets(tx: Tx, before: Date, atMost: number): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM ticket WHERE state = 'closed' AND closed_at <= ${before} AND merged_into IS NULL
     ORDER BY closed_at LIMIT ${atMost} FOR UPDATE SKIP LOCKED`.execute(tx);
  if (rows.length === 0) return 0;
  const ids = sql`${rows.map(({ id }) => id)}::uuid[]`;
  await sql`WITH gone AS (DELETE FROM attachment WHERE ticket_id = ANY(${ids}) RETURNING file_id)
    DELETE FROM stored_file WHERE id IN (SELECT file_id FROM gone WHERE file_id IS NOT NULL)`.execute(tx);
  await sql`UPDATE ticket SET merged_into = NULL WHERE merged_into = ANY(${ids})`.execute(tx);
  await sql`UPDATE ticket SET split_from = NULL WHERE split_from = ANY(${ids})`.execute(tx);
  await sql`DELETE FROM ticket_message WHERE merged_from = ANY(${ids})`.execute(tx);
  await sql`DELETE FROM ticket WHERE id = ANY(${ids})`.execute(tx);
  return rows.length;
}

/** Links and visits that ran out; the link that opens a ticket stays with it, so that a new one can be asked for. */
export async function removePastWaysIn(db: Queryable, before: Date): Promise<number> {
  const links =
    await sql`DELETE FROM ticket_link WHERE expires_at <= ${before} AND purpose <> 'open'`.execute(db);
  const visits = await sql`DELETE FROM ticket_visit WHERE expires_at <= ${before}`.execute(db);
  return Number(links.numAffectedRows ?? 0) + Number(visits.numAffectedRows ?? 0);
}

/** Whoever has no ticket, and is logged in nowhere to follow one. */
export async function removeIdleTicketAccounts(tx: Tx, now: Date, atMost: number): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    SELECT a.id FROM account a JOIN support_address s ON s.account_id = a.id
     WHERE a.home = 'support'
       AND NOT EXISTS (SELECT FROM session e WHERE e.account_id = a.id AND e.ended_at IS NULL AND e.ends_at > ${now})
       AND NOT EXISTS (SELECT FROM requester r WHERE r.canonical = s.canonical AND (
         EXISTS (SELECT FROM ticket t WHERE t.requester_id = r.id)
         OR EXISTS (SELECT FROM ticket_person p WHERE p.requester_id = r.id)))
     LIMIT ${atMost} FOR UPDATE OF a SKIP LOCKED`.execute(tx);
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return 0;
  await tx.deleteFrom('entry_lane').where('subject', 'in', ids).execute();
  await tx.deleteFrom('account').where('id', 'in', ids).execute();
  return ids.length;
}

/** Records of addresses that nothing hangs on any more: no ticket, no part in one, no account, no link that works. */
export async function removeIdleRequesters(db: Queryable, before: Date, atMost: number): Promise<number> {
  const { numAffectedRows } = await sql`
    DELETE FROM requester WHERE id IN (
      SELECT r.id FROM requester r
       WHERE r.created_at <= ${before} AND r.portal_account_id IS NULL
         AND NOT EXISTS (SELECT FROM ticket t WHERE t.requester_id = r.id)
         AND NOT EXISTS (SELECT FROM ticket_person p WHERE p.requester_id = r.id)
         AND NOT EXISTS (SELECT FROM ticket_message m WHERE m.requester_id = r.id)
         AND NOT EXISTS (SELECT FROM ticket_link l WHERE l.requester_id = r.id)
         AND NOT EXISTS (SELECT FROM support_address s WHERE s.canonical = r.canonical)
       LIMIT ${atMost})`.execute(db);
  return Number(numAffectedRows ?? 0);
}
