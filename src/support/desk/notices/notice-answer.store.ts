import { sql } from 'kysely';
import type { AccountId, Id } from '../../../kernel/ids.ts';
import type { Queryable, Tx } from '../../../platform/database/database.ts';
import type { NoticeId, TicketId } from '../../tickets/ticket.ts';

export type NoticeAnswerId = Id<'notice-answer'>;

/** Whose words still help: nobody solved or closed it. */
const isOpen = sql<boolean>`ticket.state IN ('new', 'open', 'waiting-for-us', 'waiting-for-you')`;

export async function countLinked(db: Queryable, id: NoticeId): Promise<{ all: number; open: number }> {
  const { all, open } = await db
    .selectFrom('ticket')
    .select((eb) => [
      eb.fn.countAll<number>().as('all'),
      sql<number>`count(*) FILTER (WHERE ${isOpen})`.as('open'),
    ])
    .where('notice_id', '=', id)
    .executeTakeFirstOrThrow();
  return { all: Number(all), open: Number(open) };
}

/** How many tickets are linked to each, for a list. */
export async function countLinkedToEach(db: Queryable): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('ticket')
    .select((eb) => ['notice_id as id', eb.fn.countAll<number>().as('count')])
    .where('notice_id', 'is not', null)
    .groupBy('notice_id')
    .execute();
  return new Map(rows.map(({ id, count }) => [String(id), Number(count)]));
}

export interface NoticeAnswer {
  id: NoticeAnswerId;
  noticeId: NoticeId;
  body: string;
  solves: boolean;
  writtenBy: AccountId;
}

/** False when this very answer was asked for before: a second press of the button. */
export async function addAnswer(tx: Tx, answer: NoticeAnswer, now: Date): Promise<boolean> {
  const added = await tx
    .insertInto('notice_answer')
    .values({
      id: answer.id,
      notice_id: answer.noticeId,
      body: answer.body,
      solves: answer.solves,
      written_by: answer.writtenBy,
      created_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

/** Every ticket that is open now and linked; how many. */
export async function addAnswerTickets(tx: Tx, { id, noticeId }: NoticeAnswer): Promise<number> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('notice_answer_ticket')
    .columns(['answer_id', 'ticket_id'])
    .expression((eb) =>
      eb
        .selectFrom('ticket')
        .select([sql<string>`${id}::uuid`.as('answer_id'), 'ticket.id as ticket_id'])
        .where('ticket.notice_id', '=', noticeId)
        .where(isOpen),
    )
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows ?? 0n);
}

export interface WaitingTicket {
  answerId: NoticeAnswerId;
  ticketId: TicketId;
}

export const listWaiting = (db: Queryable, atMost: number): Promise<WaitingTicket[]> =>
  db
    .selectFrom('notice_answer_ticket')
    .select(['answer_id as answerId', 'ticket_id as ticketId'])
    .where('outcome', 'is', null)
    .orderBy('ticket_id')
    .limit(atMost)
    .$castTo<WaitingTicket>()
    .execute();

/** The answer for a ticket that still waits for it. Asked once the ticket is held, so that nobody else answers it too. */
export const findWaiting = (
  tx: Tx,
  { answerId, ticketId }: WaitingTicket,
): Promise<(Omit<NoticeAnswer, 'writtenBy'> & { writtenBy: AccountId | null }) | undefined> =>
  tx
    .selectFrom('notice_answer_ticket')
    .innerJoin('notice_answer', 'notice_answer.id', 'notice_answer_ticket.answer_id')
    .select([
      'notice_answer.id',
      'notice_answer.notice_id as noticeId',
      'notice_answer.body',
      'notice_answer.solves',
      'notice_answer.written_by as writtenBy',
    ])
    .where('answer_id', '=', answerId)
    .where('ticket_id', '=', ticketId)
    .where('outcome', 'is', null)
    .forUpdate('notice_answer_ticket')
    .$castTo<Omit<NoticeAnswer, 'writtenBy'> & { writtenBy: AccountId | null }>()
    .executeTakeFirst();

export const saveOutcome = (
  tx: Tx,
  { answerId, ticketId }: WaitingTicket,
  outcome: 'answered' | 'left-out',
) =>
  tx
    .updateTable('notice_answer_ticket')
    .set({ outcome })
    .where('answer_id', '=', answerId)
    .where('ticket_id', '=', ticketId)
    .execute();

export interface AnswerProgress {
  id: NoticeAnswerId;
  writtenAt: Date;
  total: number;
  answered: number;
  leftOut: number;
}

export async function listAnswers(db: Queryable, notice: NoticeId): Promise<AnswerProgress[]> {
  const { rows } = await sql<AnswerProgress>`
    SELECT a.id, a.created_at AS "writtenAt", count(t.*)::int AS total,
           count(*) FILTER (WHERE t.outcome = 'answered')::int AS answered,
           count(*) FILTER (WHERE t.outcome = 'left-out')::int AS "leftOut"
      FROM notice_answer a LEFT JOIN notice_answer_ticket t ON t.answer_id = a.id
     WHERE a.notice_id = ${notice} GROUP BY a.id ORDER BY a.created_at DESC LIMIT 20
  `.execute(db);
  return rows;
}
