import { sql } from 'kysely';
import type { Queryable } from '../../../../platform/database/database.ts';
import type { RequesterId, Ticket, TicketId } from '../../../tickets/ticket.ts';

export interface TicketSurroundings {
  assignee: string | null;
  team: string | null;
  organisation: string | null;
  organisationCode: string | null;
  notice: string | null;
  mergedInto: string | null;
  splitFrom: string | null;
  /** When the next call that was promised is due. */
  callBackAt: Date | null;
}

/** The names of what a ticket points at. */
export async function findSurroundings(db: Queryable, ticket: Ticket): Promise<TicketSurroundings> {
  const { rows } = await sql<TicketSurroundings>`
    SELECT (SELECT full_name FROM account WHERE id = ${ticket.assignedTo}) AS assignee,
           (SELECT name FROM team WHERE id = ${ticket.teamId}) AS team,
           (SELECT name FROM organisation WHERE id = ${ticket.organisationId}) AS organisation,
           (SELECT code FROM organisation WHERE id = ${ticket.organisationId}) AS "organisationCode",
           (SELECT title FROM service_notice WHERE id = ${ticket.noticeId}) AS notice,
           (SELECT reference FROM ticket WHERE id = ${ticket.mergedInto}) AS "mergedInto",
           (SELECT reference FROM ticket WHERE id = ${ticket.splitFrom}) AS "splitFrom",
           (SELECT min(wanted_at) FROM call_back WHERE ticket_id = ${ticket.id} AND done_at IS NULL) AS "callBackAt"`.execute(
    db,
  );
  return rows[0] as TicketSurroundings;
}

/** References of what was merged into a ticket, by their ids, and of what was split off it. */
export async function listRelated(db: Queryable, ticket: TicketId) {
  const rows = await db
    .selectFrom('ticket')
    .select(['id', 'reference', 'merged_into as mergedInto'])
    .where((eb) => eb.or([eb('merged_into', '=', ticket), eb('split_from', '=', ticket)]))
    .orderBy('id')
    .limit(100)
    .execute();
  return {
    merged: new Map(
      rows.filter(({ mergedInto }) => mergedInto === ticket).map((row) => [row.id, row.reference]),
    ),
    split: rows.filter(({ mergedInto }) => mergedInto !== ticket).map(({ reference }) => reference),
  };
}

/** References of the closed ticket this one asks again about, and of those that do about this one; of the subjects given. */
export async function listFollowUps(
  db: Queryable,
  { id, follows }: Ticket,
  subjects: readonly string[] | undefined,
): Promise<{ before: string[]; after: string[] }> {
  const rows = await db
    .selectFrom('ticket')
    .select(['id', 'reference'])
    .where((eb) => eb.or([eb('id', '=', follows), eb('follows', '=', id)]))
    .$if(subjects !== undefined, (query) => query.where('subject_key', 'in', subjects as string[]))
    .orderBy('created_at')
    .orderBy('id')
    .limit(100)
    .execute();
  const isBefore = (row: { id: string }) => row.id === follows;
  return {
    before: rows.filter(isBefore).map(({ reference }) => reference),
    after: rows.filter((row) => !isBefore(row)).map(({ reference }) => reference),
  };
}

export interface ConcernedPerson {
  requesterId: RequesterId;
  name: string;
  email: string;
  part: 'about' | 'helper' | 'follower';
  agreedAt: Date | null;
  refusedAt: Date | null;
}

export const listConcerned = (db: Queryable, ticket: TicketId): Promise<ConcernedPerson[]> =>
  db
    .selectFrom('ticket_person')
    .innerJoin('requester', 'requester.id', 'ticket_person.requester_id')
    .select([
      'requester.id as requesterId',
      'requester.full_name as name',
      'requester.typed as email',
      'ticket_person.part',
      'ticket_person.agreed_at as agreedAt',
      'ticket_person.refused_at as refusedAt',
    ])
    .where('ticket_person.ticket_id', '=', ticket)
    .orderBy('requester.id')
    .$castTo<ConcernedPerson>()
    .execute();

/** What became of the e-mails that carried a ticket's answers, by the message. */
export async function listDeliveries(db: Queryable, ticket: TicketId): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('ticket_message')
    .innerJoin('outbox', 'outbox.id', 'ticket_message.outbox_id')
    .select(['ticket_message.id', 'outbox.status'])
    .where('ticket_message.ticket_id', '=', ticket)
    .execute();
  return new Map(rows.map(({ id, status }) => [id, status]));
}
