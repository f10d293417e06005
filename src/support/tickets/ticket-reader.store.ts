import { type SqlBool, sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Queryable } from '../../platform/database/database.ts';
import type { RequesterId, Ticket, TicketId } from './ticket.ts';
import { selectTicketMessages, type TicketMessage } from './ticket-message.store.ts';

export type TicketVisitId = Id<'ticket-visit'>;

/**
 * `requester`: whose ticket it is. `waiting-helper`: the same, while the person they want to help has not agreed, so that
 * they see their own words alone. `person`: helps or is helped, and agreed. `follower`: of a ticket merged into this one,
 * who sees the answers since then.
 */
export type PartInTicket = 'requester' | 'waiting-helper' | 'person' | 'follower';

/** The records of the addresses that somebody who is logged in has proven: their own, and those linked to their account. */
export async function listOwnRequesters(db: Queryable, { person, subject }: Actor): Promise<RequesterId[]> {
  const { rows } =
    person.realm === 'support'
      ? await sql<{ id: RequesterId }>`
          SELECT r.id FROM requester r JOIN support_address s ON s.canonical = r.canonical
           WHERE s.account_id = ${subject}`.execute(db)
      : await sql<{ id: RequesterId }>`
          SELECT r.id FROM requester r WHERE r.portal_account_id = ${subject}
          UNION
          SELECT r.id FROM requester r JOIN account_email e ON e.canonical = r.canonical
           WHERE e.account_id = ${subject} AND e.state = 'current' AND e.confirmed_at IS NOT NULL`.execute(
          db,
        );
  return rows.map(({ id }) => id);
}

/** A visit lives for as long as its time and its ticket last. */
export const findTicketVisit = (db: Queryable, tokenHash: string, now: Date) =>
  db
    .selectFrom('ticket_visit')
    .innerJoin('ticket', 'ticket.id', 'ticket_visit.ticket_id')
    .select([
      'ticket_visit.id',
      'ticket_visit.ticket_id as ticketId',
      'ticket_visit.requester_id as requesterId',
      'ticket_visit.proven_at as provenAt',
    ])
    .where('ticket_visit.token_hash', '=', tokenHash)
    .where('ticket_visit.ended_at', 'is', null)
    .where('ticket_visit.expires_at', '>', now)
    .where('ticket.state', '<>', 'closed')
    .$castTo<{ id: TicketVisitId; ticketId: TicketId; requesterId: RequesterId; provenAt: Date | null }>()
    .executeTakeFirst();

/** The visit that a browser had of a ticket, whether or not it lasts; of who left it there is none. */
export const findVisitThatWas = (db: Queryable, tokenHash: string, reference: string) =>
  db
    .selectFrom('ticket_visit')
    .innerJoin('ticket', 'ticket.id', 'ticket_visit.ticket_id')
    .select(['ticket.reference', 'ticket.subject_key as subjectKey', 'ticket.state'])
    .where('ticket_visit.token_hash', '=', tokenHash)
    .where('ticket_visit.ended_at', 'is', null)
    .where('ticket.reference', '=', reference.toUpperCase())
    .executeTakeFirst();

/** As which of these records, and as what, a ticket may be read; its requester comes before everybody else. */
export async function findPartInTicket(
  db: Queryable,
  ticket: Ticket,
  requesters: readonly RequesterId[],
): Promise<{ requesterId: RequesterId; part: PartInTicket } | undefined> {
  const { rows } = await sql<{ requesterId: RequesterId; part: PartInTicket }>`
    SELECT t.requester_id AS "requesterId",
           CASE WHEN EXISTS (SELECT FROM ticket_person p
                              WHERE p.ticket_id = t.id AND p.part = 'about' AND p.agreed_at IS NULL)
                THEN 'waiting-helper' ELSE 'requester' END AS part
      FROM ticket t WHERE t.id = ${ticket.id} AND t.requester_id = ANY(${requesters as RequesterId[]}::uuid[])
    UNION ALL
    SELECT p.requester_id, CASE p.part WHEN 'follower' THEN 'follower' ELSE 'person' END
      FROM ticket_person p
     WHERE p.ticket_id = ${ticket.id} AND p.requester_id = ANY(${requesters as RequesterId[]}::uuid[])
       AND p.agreed_at IS NOT NULL AND p.refused_at IS NULL
  `.execute(db);
  return rows[0];
}

/**
 * What these records call a ticket, as part of a query about `ticket`: whoever follows one that another asked reads
 * the title of their own that was merged into it, and not what the other wrote.
 */
export const titleAsRead = (requesters: readonly RequesterId[]) => {
  const own = sql`${[...requesters]}::uuid[]`;
  const hasPartIn = (ticket: string) => sql`(${sql.ref(`${ticket}.requester_id`)} = ANY(${own})
    OR EXISTS (SELECT FROM ticket_person p WHERE p.ticket_id = ${sql.ref(`${ticket}.id`)} AND p.part <> 'follower'
                  AND p.requester_id = ANY(${own}) AND p.agreed_at IS NOT NULL))`;
  return sql<string>`CASE WHEN ${hasPartIn('ticket')} THEN ticket.title ELSE coalesce(
    (SELECT goes.title FROM ticket goes WHERE goes.merged_into = ticket.id AND ${hasPartIn('goes')}
      ORDER BY goes.created_at LIMIT 1), ticket.reference) END`;
};

export const findTitleAsRead = async (
  db: Queryable,
  ticket: TicketId,
  requesters: readonly RequesterId[],
): Promise<string> =>
  (
    await db
      .selectFrom('ticket')
      .select(titleAsRead(requesters).as('title'))
      .where('ticket.id', '=', ticket)
      .executeTakeFirstOrThrow()
  ).title;

interface Reading {
  ticket: Ticket;
  reader: { requesterIds: readonly RequesterId[] };
  part: PartInTicket;
}

/**
 * Oldest first. What came from a merged ticket is its own requester's alone, and so is what they write after it: whoever
 * follows an answer does not write to its readers.
 */
export function listVisibleMessages(
  db: Queryable,
  { ticket, reader, part }: Reading,
): Promise<TicketMessage[]> {
  const own = sql`${[...reader.requesterIds]}::uuid[]`;
  const ofTheirs = sql`EXISTS (SELECT FROM ticket m
     WHERE m.id = ticket_message.merged_from AND m.requester_id = ANY(${own}))`;
  const ofMembers = sql`(ticket_message.requester_id IS NULL OR ticket_message.requester_id = ${ticket.requesterId}
     OR EXISTS (SELECT FROM ticket_person p WHERE p.ticket_id = ticket_message.ticket_id
                   AND p.requester_id = ticket_message.requester_id AND p.part <> 'follower'))`;
  return selectTicketMessages(db)
    .where('ticket_message.ticket_id', '=', ticket.id)
    .where('ticket_message.kind', 'in', ['from-requester', 'from-support'])
    .where(
      sql<SqlBool>`(ticket_message.requester_id = ANY(${own}) OR (${shared[part](ticket.id, own)} AND ${ofMembers}
        AND (ticket_message.merged_from IS NULL OR ${ofTheirs}))
        OR (${part !== 'waiting-helper'} AND ticket_message.kind = 'from-support' AND ${ofTheirs}))`,
    )
    .orderBy('ticket_message.created_at')
    .orderBy('ticket_message.id')
    .execute();
}

type Fragment = ReturnType<typeof sql>;

/** What of the conversation is shared with whoever reads it, beside their own words. */
const shared: Record<PartInTicket, (ticket: TicketId, own: Fragment) => Fragment> = {
  requester: () => sql`true`,
  person: () => sql`true`,
  'waiting-helper': () => sql`false`,
  follower: (ticket, own) => sql`(ticket_message.kind = 'from-support' AND ticket_message.created_at >=
    (SELECT min(p.agreed_at) FROM ticket_person p WHERE p.ticket_id = ${ticket} AND p.requester_id = ANY(${own})))`,
};
