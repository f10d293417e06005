import { sql } from 'kysely';
import type { AccountId } from '../../kernel/ids.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import type { AccountProof, RequesterId, Ticket, TicketId, TicketState } from './ticket.ts';

/** Every column of a ticket, for reading one or listing many; the caller says which. */
export const selectTickets = (db: Queryable) =>
  db
    .selectFrom('ticket')
    .select([
      'ticket.id',
      'ticket.reference',
      'ticket.subject_key as subjectKey',
      'ticket.title',
      'ticket.answers',
      'ticket.state',
      'ticket.priority',
      'ticket.channel',
      'ticket.requester_id as requesterId',
      'ticket.account_id as accountId',
      'ticket.account_proof as accountProof',
      'ticket.organisation_id as organisationId',
      'ticket.team_id as teamId',
      'ticket.assigned_to as assignedTo',
      'ticket.tags',
      'ticket.notice_id as noticeId',
      'ticket.merged_into as mergedInto',
      'ticket.split_from as splitFrom',
      'ticket.follows',
      'ticket.created_at as createdAt',
      'ticket.confirmed_at as confirmedAt',
      'ticket.first_answer_due_at as firstAnswerDueAt',
      'ticket.first_answered_at as firstAnsweredAt',
      'ticket.solve_due_at as solveDueAt',
      sql<number | null>`ticket.solve_left::float8`.as('solveLeft'),
      'ticket.last_message_at as lastMessageAt',
      'ticket.last_message_by as lastMessageBy',
      'ticket.state_changed_at as stateChangedAt',
      'ticket.solved_at as solvedAt',
      'ticket.closed_at as closedAt',
      'ticket.rating',
      'ticket.complaint_due_on as complaintDueOn',
    ])
    .$castTo<Ticket>();

export const findTicket = (db: Queryable, reference: string): Promise<Ticket | undefined> =>
  selectTickets(db).where('ticket.reference', '=', reference.toUpperCase()).executeTakeFirst();

export const findTickets = (db: Queryable, references: readonly string[]): Promise<Ticket[]> =>
  references.length === 0
    ? Promise.resolve([])
    : selectTickets(db).where('ticket.reference', 'in', references).orderBy('ticket.id').execute();

export const findTicketById = (db: Queryable, id: TicketId): Promise<Ticket | undefined> =>
  selectTickets(db).where('ticket.id', '=', id).executeTakeFirst();

/** Holds a ticket against a second change at the same time; of several, the lowest id first. */
export const holdTicket = (tx: Tx, id: TicketId): Promise<Ticket | undefined> =>
  selectTickets(tx).where('ticket.id', '=', id).forNoKeyUpdate('ticket').executeTakeFirst();

export const addTicket = (tx: Tx, ticket: Ticket, searched: string) =>
  tx
    .insertInto('ticket')
    .values({
      id: ticket.id,
      reference: ticket.reference,
      subject_key: ticket.subjectKey,
      title: ticket.title,
      answers: JSON.stringify(ticket.answers),
      state: ticket.state,
      priority: ticket.priority,
      channel: ticket.channel,
      requester_id: ticket.requesterId,
      account_id: ticket.accountId,
      account_proof: ticket.accountProof,
      organisation_id: ticket.organisationId,
      team_id: ticket.teamId,
      assigned_to: ticket.assignedTo,
      tags: [...ticket.tags],
      notice_id: ticket.noticeId,
      split_from: ticket.splitFrom,
      follows: ticket.follows,
      created_at: ticket.createdAt,
      confirmed_at: ticket.confirmedAt,
      first_answer_due_at: ticket.firstAnswerDueAt,
      solve_due_at: ticket.solveDueAt,
      solve_left: ticket.solveLeft,
      last_message_at: ticket.lastMessageAt,
      last_message_by: ticket.lastMessageBy,
      state_changed_at: ticket.stateChangedAt,
      complaint_due_on: ticket.complaintDueOn,
      search: sql`to_tsvector('simple', ${searched})`,
    })
    .execute();

/** What a change of state or a message changes of a ticket, in one statement. */
export interface TicketProgress {
  state: TicketState;
  firstAnswerDueAt: Date | null;
  firstAnsweredAt: Date | null;
  solveDueAt: Date | null;
  solveLeft: number | null;
  lastMessageAt: Date;
  lastMessageBy: 'requester' | 'support';
  stateChangedAt: Date;
  solvedAt: Date | null;
  closedAt: Date | null;
  confirmedAt: Date | null;
}

export const saveProgress = (tx: Tx, id: TicketId, progress: TicketProgress, reopened = false) =>
  tx
    .updateTable('ticket')
    .set({
      state: progress.state,
      first_answer_due_at: progress.firstAnswerDueAt,
      first_answered_at: progress.firstAnsweredAt,
      solve_due_at: progress.solveDueAt,
      solve_left: progress.solveLeft,
      last_message_at: progress.lastMessageAt,
      last_message_by: progress.lastMessageBy,
      state_changed_at: progress.stateChangedAt,
      solved_at: progress.solvedAt,
      closed_at: progress.closedAt,
      confirmed_at: progress.confirmedAt,
      ...(reopened && { reopened_count: sql`reopened_count + 1` }),
    })
    .where('id', '=', id)
    .execute();

/** Whose portal account a ticket is about, and how that was proven. */
export const saveAccount = (tx: Tx, id: TicketId, account: AccountId, proof: AccountProof) =>
  tx.updateTable('ticket').set({ account_id: account, account_proof: proof }).where('id', '=', id).execute();

/** The newest ticket of a requester with the same subject and title since an instant: a second press of the button. */
export const findDouble = (
  tx: Tx,
  {
    requesterId,
    subjectKey,
    title,
    since,
  }: { requesterId: RequesterId; subjectKey: string; title: string; since: Date },
): Promise<Ticket | undefined> =>
  selectTickets(tx)
    .where('ticket.requester_id', '=', requesterId)
    .where('ticket.subject_key', '=', subjectKey)
    .where('ticket.title', '=', title)
    .where('ticket.created_at', '>', since)
    .where('ticket.state', '<>', 'closed')
    .orderBy('ticket.created_at', 'desc')
    .limit(1)
    .executeTakeFirst();

/** Solved at this instant or before, the longest ago first. */
export async function listSolvedBefore(db: Queryable, instant: Date, limit: number): Promise<TicketId[]> {
  const rows = await db
    .selectFrom('ticket')
    .select('id')
    .where('state', '=', 'solved')
    .where('solved_at', '<=', instant)
    .orderBy('solved_at')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id as TicketId);
}

/** Whether anybody has asked anything yet. */
export const hasTickets = async (db: Queryable): Promise<boolean> =>
  (await db.selectFrom('ticket').select('id').limit(1).executeTakeFirst()) !== undefined;
