import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { AccountId } from '../../../kernel/ids.ts';
import type { Queryable } from '../../../platform/database/database.ts';
import type { Queue } from './ticket-question.ts';

export type TicketCondition = RawBuilder<SqlBool>;

/** Who looks at tickets, and when. */
export interface TicketScope {
  /** Whose own tickets and teams are meant. */
  reader: AccountId;
  /** The subjects they may read; all of them when undefined. */
  subjects: readonly string[] | undefined;
  now: Date;
}

export const scopeConditions = ({ subjects }: Pick<TicketScope, 'subjects'>): TicketCondition[] =>
  subjects ? [sql`t.subject_key = ANY(${subjects})`] : [];

const isActive: TicketCondition = sql`t.state NOT IN ('solved', 'closed')`;
const isOurs: TicketCondition = sql`t.state IN ('new', 'open', 'waiting-for-us')`;

export const queueConditions = ({
  reader,
  now,
}: Pick<TicketScope, 'reader' | 'now'>): Record<Queue, TicketCondition> => ({
  'our-turn': isOurs,
  'first-answer': sql`${isOurs} AND t.first_answered_at IS NULL`,
  mine: sql`${isActive} AND t.assigned_to = ${reader}`,
  'my-teams': sql`${isActive} AND t.team_id IN (SELECT team_id FROM team_member WHERE account_id = ${reader})`,
  unassigned: sql`${isOurs} AND t.assigned_to IS NULL`,
  'waiting-for-us': sql`t.state = 'waiting-for-us'`,
  'waiting-for-you': sql`t.state = 'waiting-for-you'`,
  urgent: sql`${isOurs} AND t.priority = 1`,
  overdue: sql`${isOurs} AND t.due_at <= ${now}`,
  held: sql`t.state = 'held'`,
  complaints: sql`${isActive} AND t.complaint_due_on IS NOT NULL`,
  'call-backs': sql`${isActive} AND t.id IN (SELECT ticket_id FROM call_back WHERE done_at IS NULL)`,
  solved: sql`t.state = 'solved'`,
  all: sql`true`,
});

export type QueueCounts = Record<Exclude<Queue, 'solved' | 'all'>, number>;

/** How many wait in each queue, counted in one look at what is not done; the rest only grows, and no number helps. */
export async function countQueues(db: Queryable, scope: TicketScope): Promise<QueueCounts> {
  const { solved, all, ...counted } = queueConditions(scope);
  const columns = Object.entries(counted).map(
    ([queue, condition]) => sql`count(*) FILTER (WHERE ${condition}) AS ${sql.id(queue)}`,
  );
  const { rows } = await sql<QueueCounts>`
    SELECT ${sql.join(columns)} FROM ticket t
     WHERE ${sql.join([isActive, ...scopeConditions(scope)], sql` AND `)}`.execute(db);
  return rows[0] as QueueCounts;
}
