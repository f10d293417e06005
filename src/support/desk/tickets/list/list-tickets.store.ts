import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Queryable } from '../../../../platform/database/database.ts';
import type { TicketState } from '../../../tickets/ticket.ts';
import type { Queue, Sort } from '../ticket-question.ts';
import {
  queueConditions,
  scopeConditions,
  type TicketCondition,
  type TicketScope,
} from '../ticket-queues.store.ts';
import { foundTickets, type TicketSearch } from './found-tickets.store.ts';

/** What a list asks of the database; nothing where anything will do. */
export interface TicketFilter extends TicketScope {
  queue: Queue;
  sort: Sort;
  state: string | undefined;
  subject: string | undefined;
  team: string | undefined;
  assignee: string | undefined;
  tag: string | undefined;
  priority: number | undefined;
  channel: string | undefined;
  organisationId: string | undefined;
  notice: string | undefined;
  since: Date | undefined;
  until: Date | undefined;
  search: TicketSearch | undefined;
}

export interface ListedTicket {
  id: string;
  reference: string;
  title: string;
  subjectKey: string;
  state: TicketState;
  priority: number;
  channel: string;
  tags: string[];
  requester: string;
  assignee: string | null;
  team: string | null;
  organisation: string | null;
  createdAt: Date;
  firstAnswerDueAt: Date | null;
  firstAnsweredAt: Date | null;
  solveDueAt: Date | null;
  complaintDueOn: string | null;
  callBackAt: Date | null;
  lastMessageAt: Date;
  lastMessageBy: 'requester' | 'support';
  lastWords: string | null;
  /** Where the next page begins. */
  cursor: string;
}

/** Tickets that fit, in their order, from after a cursor on. The few of a page are chosen before anything is joined. */
export async function listTickets(
  db: Queryable,
  filter: TicketFilter,
  part: { after: readonly string[] | undefined; atMost: number },
): Promise<ListedTicket[]> {
  const order = orders[filter.sort];
  const conditions = [...conditionsOf(filter), ...(part.after ? [order.after(part.after)] : [])];
  const { rows } = await sql<ListedTicket>`
    ${filter.search ? foundTickets(filter.search) : sql``}
    SELECT t.id, t.reference, t.title, t.subject_key AS "subjectKey", t.state, t.priority, t.channel, t.tags,
           r.full_name AS requester, a.full_name AS assignee, team.name AS team, o.code AS organisation,
           t.created_at AS "createdAt", t.first_answer_due_at AS "firstAnswerDueAt",
           t.first_answered_at AS "firstAnsweredAt", t.solve_due_at AS "solveDueAt",
           t.complaint_due_on AS "complaintDueOn", t.last_message_at AS "lastMessageAt",
           t.last_message_by AS "lastMessageBy", t.cursor,
           (SELECT min(wanted_at) FROM call_back WHERE ticket_id = t.id AND done_at IS NULL) AS "callBackAt",
           (SELECT left(body, 300) FROM ticket_message
             WHERE ticket_id = t.id AND kind IN ('from-requester', 'from-support')
             ORDER BY created_at DESC, id DESC LIMIT 1) AS "lastWords"
      FROM (SELECT t.*, ${order.cursor} AS cursor FROM ticket t
             WHERE ${sql.join(conditions, sql` AND `)}
             ORDER BY ${order.by} LIMIT ${part.atMost}) AS t
      JOIN requester r ON r.id = t.requester_id
      LEFT JOIN account a ON a.id = t.assigned_to
      LEFT JOIN team ON team.id = t.team_id
      LEFT JOIN organisation o ON o.id = t.organisation_id
     ORDER BY ${order.by}`.execute(db);
  return rows;
}

interface Order {
  by: RawBuilder<unknown>;
  cursor: RawBuilder<unknown>;
  after(cursor: readonly string[]): RawBuilder<SqlBool>;
}

/** Each walks an index of its own, so that the last page costs what the first does. */
const orders: Record<Sort, Order> = {
  due: {
    by: sql`(t.priority > 1), t.due_at, t.id`,
    cursor: sql`concat_ws(',', (t.priority > 1)::text, t.due_at::text, t.id)`,
    after: ([isLater, dueAt, id]) =>
      sql`((t.priority > 1), t.due_at, t.id) > (${isLater}::bool, ${dueAt}::timestamptz, ${id}::uuid)`,
  },
  newest: {
    by: sql`t.last_message_at DESC, t.id DESC`,
    cursor: sql`concat_ws(',', t.last_message_at::text, t.id)`,
    after: ([at, id]) => sql`(t.last_message_at, t.id) < (${at}::timestamptz, ${id}::uuid)`,
  },
  created: {
    by: sql`t.created_at DESC, t.id DESC`,
    cursor: sql`concat_ws(',', t.created_at::text, t.id)`,
    after: ([at, id]) => sql`(t.created_at, t.id) < (${at}::timestamptz, ${id}::uuid)`,
  },
  oldest: {
    by: sql`t.created_at, t.id`,
    cursor: sql`concat_ws(',', t.created_at::text, t.id)`,
    after: ([at, id]) => sql`(t.created_at, t.id) > (${at}::timestamptz, ${id}::uuid)`,
  },
};

const conditionsOf = (filter: TicketFilter): TicketCondition[] => [
  queueConditions(filter)[filter.queue],
  ...scopeConditions(filter),
  ...(filter.state ? [sql<SqlBool>`t.state = ${filter.state}`] : []),
  ...(filter.subject ? [sql<SqlBool>`t.subject_key = ${filter.subject}`] : []),
  ...(filter.team ? [sql<SqlBool>`t.team_id = ${filter.team}`] : []),
  ...assigneeOf(filter.assignee),
  ...(filter.tag ? [sql<SqlBool>`t.tags @> ARRAY[${filter.tag}]`] : []),
  ...(filter.priority ? [sql<SqlBool>`t.priority = ${filter.priority}`] : []),
  ...(filter.channel ? [sql<SqlBool>`t.channel = ${filter.channel}`] : []),
  ...(filter.organisationId ? [sql<SqlBool>`t.organisation_id = ${filter.organisationId}`] : []),
  ...(filter.notice ? [sql<SqlBool>`t.notice_id = ${filter.notice}`] : []),
  ...(filter.since ? [sql<SqlBool>`t.created_at >= ${filter.since}`] : []),
  ...(filter.until ? [sql<SqlBool>`t.created_at < ${filter.until}`] : []),
  ...(filter.search ? [sql<SqlBool>`t.id IN (SELECT id FROM found)`] : []),
];

const assigneeOf = (assignee: string | undefined): TicketCondition[] => {
  if (!assignee) return [];
  return [assignee === 'nobody' ? sql`t.assigned_to IS NULL` : sql`t.assigned_to = ${assignee}`];
};

export const findOrganisationByCode = async (db: Queryable, code: string): Promise<string | undefined> =>
  (await db.selectFrom('organisation').select('id').where('code', '=', code).executeTakeFirst())?.id;
