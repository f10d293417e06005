import { sql } from 'kysely';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import { type Requester, selectRequesters } from './requester.store.ts';
import type { RequesterId, TicketId } from './ticket.ts';

export type TicketPart = 'about' | 'helper' | 'follower';

export interface TicketPerson extends Requester {
  part: TicketPart;
  askedAt: Date;
  agreedAt: Date | null;
  refusedAt: Date | null;
}

interface NewTicketPerson {
  ticketId: TicketId;
  requesterId: RequesterId;
  part: TicketPart;
  /** Whether nobody needs to be asked any more. */
  hasAgreed?: boolean;
  now: Date;
}

/** Somebody whom the ticket concerns already stays what they are to it. */
export const addTicketPerson = (tx: Tx, person: NewTicketPerson) =>
  tx
    .insertInto('ticket_person')
    .values({
      ticket_id: person.ticketId,
      requester_id: person.requesterId,
      part: person.part,
      asked_at: person.now,
      agreed_at: person.hasAgreed ? person.now : null,
    })
    .onConflict((conflict) => conflict.columns(['ticket_id', 'requester_id']).doNothing())
    .execute();

/** What is split off a ticket concerns the same people, and waits for the same agreement. */
export const copyTicketPeople = (tx: Tx, from: TicketId, to: TicketId) =>
  sql`INSERT INTO ticket_person (ticket_id, requester_id, part, asked_at, agreed_at, refused_at)
      SELECT ${to}, requester_id, part, asked_at, agreed_at, refused_at FROM ticket_person
       WHERE ticket_id = ${from} AND part <> 'follower'`.execute(tx);

/** Everybody the ticket concerns beside its requester, with what they answered. */
export const listTicketPeople = (db: Queryable, ticket: TicketId): Promise<TicketPerson[]> =>
  selectRequesters(db)
    .innerJoin('ticket_person', 'ticket_person.requester_id', 'requester.id')
    .select([
      'ticket_person.part',
      'ticket_person.asked_at as askedAt',
      'ticket_person.agreed_at as agreedAt',
      'ticket_person.refused_at as refusedAt',
    ])
    .where('ticket_person.ticket_id', '=', ticket)
    .orderBy('ticket_person.asked_at')
    .orderBy('requester.id')
    .$castTo<TicketPerson>()
    .execute();

/** What somebody answered when they were asked, also for what was split off since; only the first answer counts. */
export async function saveAgreement(
  tx: Tx,
  { ticketId, requesterId }: { ticketId: TicketId; requesterId: RequesterId },
  agrees: boolean,
  now: Date,
): Promise<boolean> {
  const saved = await tx
    .updateTable('ticket_person')
    .set(agrees ? { agreed_at: now } : { refused_at: now })
    .where((eb) =>
      eb.or([
        eb('ticket_id', '=', ticketId),
        eb('ticket_id', 'in', eb.selectFrom('ticket').select('id').where('split_from', '=', ticketId)),
      ]),
    )
    .where('requester_id', '=', requesterId)
    .where('part', '=', 'about')
    .where('agreed_at', 'is', null)
    .where('refused_at', 'is', null)
    .returning('ticket_id')
    .executeTakeFirst();
  return saved !== undefined;
}

/** Whether the person a ticket is about has not agreed, so that whoever helps them is told nothing. */
export const waitsForAgreement = async (db: Queryable, ticket: TicketId): Promise<boolean> =>
  (await db
    .selectFrom('ticket_person')
    .select('requester_id')
    .where('ticket_id', '=', ticket)
    .where('part', '=', 'about')
    .where('agreed_at', 'is', null)
    .executeTakeFirst()) !== undefined;

/** What the people a ticket is about said to being helped: one who refused counts before one who has not answered. */
export async function findAgreement(
  db: Queryable,
  ticket: TicketId,
): Promise<'none-needed' | 'waits' | 'refused'> {
  const rows = await db
    .selectFrom('ticket_person')
    .select('refused_at as refusedAt')
    .where('ticket_id', '=', ticket)
    .where('part', '=', 'about')
    .where('agreed_at', 'is', null)
    .execute();
  if (rows.length === 0) return 'none-needed';
  return rows.some(({ refusedAt }) => refusedAt !== null) ? 'refused' : 'waits';
}
