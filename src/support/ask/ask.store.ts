import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import { selectTickets } from '../tickets/ticket.store.ts';
import type { RequesterId, Ticket, TicketId } from '../tickets/ticket.ts';

/** The address that somebody who is logged in has proven, by where they are logged in. */
export async function findOwnAddress(db: Queryable, { person, subject }: Actor): Promise<string | undefined> {
  const found =
    person.realm === 'support'
      ? await db
          .selectFrom('support_address')
          .select('typed')
          .where('account_id', '=', subject)
          .executeTakeFirst()
      : await db
          .selectFrom('account_email')
          .select('typed')
          .where('account_id', '=', subject)
          .where('state', '=', 'current')
          .where('confirmed_at', 'is not', null)
          .executeTakeFirst();
  return found?.typed;
}

interface SameWords {
  requesterId: RequesterId;
  subjectKey: string;
  title: string;
  body: string;
  answers: Readonly<Record<string, string>>;
  fileNames: readonly string[];
  /** Whether its address is still to be confirmed. */
  isHeld: boolean;
  since: Date;
}

/**
 * The ticket that somebody sent already with exactly these words and files; its requester is held by whoever asks. A
 * picture that was painted anew meanwhile may have another ending.
 */
export const findSameWords = (tx: Tx, same: SameWords): Promise<Ticket | undefined> =>
  selectTickets(tx)
    .where('ticket.requester_id', '=', same.requesterId)
    .where('ticket.subject_key', '=', same.subjectKey)
    .where('ticket.title', '=', same.title)
    .where(sql<boolean>`ticket.answers = ${JSON.stringify(same.answers)}::jsonb`)
    .where('ticket.created_at', '>', same.since)
    .where('ticket.state', same.isHeld ? '=' : 'not in', same.isHeld ? 'held' : ['held', 'closed'])
    .where(
      sql<boolean>`EXISTS (
        SELECT FROM ticket_message m WHERE m.ticket_id = ticket.id AND m.body = ${same.body}
           AND ${stemsOf(sql`SELECT f.name FROM attachment f WHERE f.message_id = m.id`)}
             = ${stemsOf(sql`SELECT name FROM unnest(${[...same.fileNames]}::text[]) AS given (name)`)})`,
    )
    .orderBy('ticket.created_at', 'desc')
    .limit(1)
    .executeTakeFirst();

const stemsOf = (names: RawBuilder<unknown>) => sql`
  ARRAY(SELECT regexp_replace(one.name, '[.][^.]*$', '') FROM (${names}) AS one (name) ORDER BY 1)`;

/** Tickets whose address nobody confirmed in time, the oldest first. */
export const listHeldBefore = async (db: Queryable, before: Date, atMost: number): Promise<TicketId[]> =>
  (
    await db
      .selectFrom('ticket')
      .select('id')
      .where('state', '=', 'held')
      .where('created_at', '<=', before)
      .orderBy('created_at')
      .limit(atMost)
      .execute()
  ).map(({ id }) => id as TicketId);

/**
 * Erases strangers' words that nobody ever confirmed, with their messages and links, some at a time. Requesters who
 * never proved their address and have nothing left go with them.
 */
export async function eraseUnconfirmed(db: Queryable, before: Date, atMost: number): Promise<number> {
  const { rows } = await sql<{ requesterId: RequesterId }>`
    DELETE FROM ticket WHERE id IN (
      SELECT id FROM ticket WHERE state = 'closed' AND confirmed_at IS NULL AND closed_at <= ${before}
         AND channel = 'web' AND merged_into IS NULL LIMIT ${atMost})
    RETURNING requester_id AS "requesterId"`.execute(db);
  if (rows.length === 0) return 0;
  const ids = rows.map(({ requesterId }) => requesterId);
  await sql`
    DELETE FROM requester r WHERE r.id = ANY(${ids}::uuid[]) AND r.confirmed_at IS NULL
       AND NOT EXISTS (SELECT FROM ticket t WHERE t.requester_id = r.id)
       AND NOT EXISTS (SELECT FROM ticket_person p WHERE p.requester_id = r.id)
       AND NOT EXISTS (SELECT FROM ticket_message m WHERE m.requester_id = r.id)`.execute(db);
  return rows.length;
}
