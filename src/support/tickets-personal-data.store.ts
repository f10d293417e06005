import { sql } from 'kysely';
import type { AccountId } from '../kernel/ids.ts';
import type { Queryable, Tx } from '../platform/database/database.ts';
import type { RequesterId, TicketId } from './tickets/ticket.ts';

/**
 * The records of support that are a person's: linked to their account, or of the address that they proved is theirs
 * now. One they had once may well be somebody else's today.
 */
export const listRequestersOf = async (db: Queryable, person: AccountId): Promise<RequesterId[]> => {
  const { rows } = await sql<{ id: RequesterId }>`
    SELECT r.id FROM requester r WHERE r.portal_account_id = ${person}
    UNION
    SELECT r.id FROM requester r JOIN account_email e ON e.canonical = r.canonical
     WHERE e.account_id = ${person} AND e.state = 'current' AND e.confirmed_at IS NOT NULL`.execute(db);
  return rows.map(({ id }) => id);
};

const list = (ids: readonly string[]) => sql`${[...ids]}::uuid[]`;

const rowsOf = async (db: Queryable, query: ReturnType<typeof sql>) =>
  (await query.execute(db)).rows as Record<string, unknown>[];

export const listRecords = (db: Queryable, own: readonly RequesterId[]) =>
  rowsOf(
    db,
    sql`SELECT typed AS email, full_name AS name, phone, created_at AS "createdAt", confirmed_at AS "confirmedAt",
               linked_at AS "linkedAt"
          FROM requester WHERE id = ANY(${list(own)}) ORDER BY created_at`,
  );

export const listTickets = (db: Queryable, own: readonly RequesterId[]) =>
  rowsOf(
    db,
    sql`SELECT reference, title, subject_key AS subject,
               (SELECT string_agg(key || ': ' || value, '; ' ORDER BY key) FROM jsonb_each_text(answers)) AS answers,
               state, created_at AS "createdAt", solved_at AS "solvedAt", closed_at AS "closedAt", rating,
               rating_words AS "ratingWords"
          FROM ticket WHERE requester_id = ANY(${list(own)}) ORDER BY created_at`,
  );

/**
 * Their own words everywhere, and what support answered them; nothing that staff noted, nor what others wrote. Who helps
 * somebody is told nothing until that person agrees, here neither.
 */
export const listMessages = (db: Queryable, own: readonly RequesterId[]) =>
  rowsOf(
    db,
    sql`SELECT t.reference, CASE m.kind WHEN 'from-requester' THEN 'you' ELSE 'support' END AS "from",
               m.body AS text, m.created_at AS "at"
          FROM ticket_message m JOIN ticket t ON t.id = m.ticket_id
         WHERE m.requester_id = ANY(${list(own)})
            OR (m.kind = 'from-support' AND t.requester_id = ANY(${list(own)}) AND m.merged_from IS NULL
                AND NOT EXISTS (SELECT FROM ticket_person p
                                 WHERE p.ticket_id = t.id AND p.part = 'about' AND p.agreed_at IS NULL))
         ORDER BY m.created_at`,
  );

export const listFiles = (db: Queryable, own: readonly RequesterId[]) =>
  rowsOf(
    db,
    sql`SELECT t.reference, f.name, f.size::float8 AS size, f.created_at AS "createdAt"
          FROM attachment f JOIN ticket_message m ON m.id = f.message_id JOIN ticket t ON t.id = f.ticket_id
         WHERE m.requester_id = ANY(${list(own)}) ORDER BY f.created_at`,
  );

export const listVisits = (db: Queryable, own: readonly RequesterId[]) =>
  rowsOf(
    db,
    sql`SELECT t.reference, v.started_at AS "startedAt", v.proven_at AS "provenAt", v.expires_at AS "expiresAt"
          FROM ticket_visit v JOIN ticket t ON t.id = v.ticket_id
         WHERE v.requester_id = ANY(${list(own)}) ORDER BY v.started_at`,
  );

export const listOpenTickets = async (tx: Tx, own: readonly RequesterId[]): Promise<TicketId[]> =>
  (
    await tx
      .selectFrom('ticket')
      .select('id')
      .where('requester_id', 'in', own)
      .where('state', '<>', 'closed')
      .orderBy('id')
      .execute()
  ).map(({ id }) => id as TicketId);

/** What somebody said and who they are goes; that there was a ticket, of which subject and when, stays. */
export async function anonymiseTickets(tx: Tx, own: readonly RequesterId[]): Promise<void> {
  const ids = list(own);
  const tickets = sql`(SELECT id FROM ticket WHERE requester_id = ANY(${ids}))`;
  await sql`DELETE FROM ticket_link WHERE requester_id = ANY(${ids}) OR ticket_id IN ${tickets}`.execute(tx);
  await sql`DELETE FROM ticket_visit WHERE requester_id = ANY(${ids}) OR ticket_id IN ${tickets}`.execute(tx);
  await sql`DELETE FROM ticket_person WHERE requester_id = ANY(${ids}) OR ticket_id IN ${tickets}`.execute(
    tx,
  );
  await sql`DELETE FROM call_back WHERE ticket_id IN ${tickets}`.execute(tx);
  await removeFiles(
    tx,
    sql`ticket_id IN ${tickets} OR message_id IN (SELECT id FROM ticket_message WHERE requester_id = ANY(${ids}))`,
  );
  await sql`
    WITH gone AS (
      SELECT id, file_id FROM mail_in
       WHERE ticket_id IN ${tickets} OR id IN (SELECT mail_in_id FROM ticket_message WHERE requester_id = ANY(${ids}))),
    originals AS (DELETE FROM stored_file WHERE id IN (SELECT file_id FROM gone))
    UPDATE mail_in SET file_id = NULL WHERE id IN (SELECT id FROM gone)`.execute(tx);
  await sql`
    UPDATE ticket_message SET body = '', quoted = NULL, sender_check = NULL, search = ''
     WHERE requester_id = ANY(${ids}) OR ticket_id IN ${tickets}`.execute(tx);
  await sql`
    UPDATE ticket SET title = subject_key, answers = '{}', rating_words = NULL, tags = '{}', search = ''
     WHERE requester_id = ANY(${ids})`.execute(tx);
  await sql`
    UPDATE requester SET typed = 'erased', canonical = 'erased:' || id, full_name = 'erased', phone = NULL,
           portal_account_id = NULL, linked_at = NULL
     WHERE id = ANY(${ids})`.execute(tx);
}

/** The files of attachments go with them: nothing else points at them. */
export async function removeFiles(tx: Tx, which: ReturnType<typeof sql>): Promise<void> {
  await sql`WITH gone AS (DELETE FROM attachment WHERE ${which} RETURNING file_id)
    DELETE FROM stored_file WHERE id IN (SELECT file_id FROM gone WHERE file_id IS NOT NULL)`.execute(tx);
}

/** What let them in to their tickets: the account of support with the same addresses. */
export async function eraseTicketAccounts(tx: Tx, own: readonly RequesterId[]): Promise<void> {
  const accounts = sql`(SELECT s.account_id FROM support_address s JOIN requester r ON r.canonical = s.canonical
     WHERE r.id = ANY(${list(own)}))`;
  await sql`DELETE FROM entry_lane WHERE subject IN (SELECT account_id::text FROM ${accounts} a)`.execute(tx);
  await sql`DELETE FROM account WHERE home = 'support' AND id IN ${accounts}`.execute(tx);
}
