import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { OrganisationId } from '../../kernel/ids.ts';
import type { Queryable } from '../../platform/database/database.ts';
import type { MemberId, MemberState } from '../members/member.ts';
import type { PeopleQuery, PeopleSort } from './people-query.ts';

/** Whose people: of a practice; or at a branch of it, those limited to it, with or without the whole practice's. */
export interface PeopleScope {
  practiceId: OrganisationId;
  branchId: OrganisationId | undefined;
  withWholePractice: boolean;
}

export async function countByState(db: Queryable, scope: PeopleScope): Promise<Record<MemberState, number>> {
  const { rows } = await sql<{ state: MemberState; count: number }>`
    SELECT m.state, count(*) AS count FROM member m WHERE ${within(scope)} GROUP BY m.state`.execute(db);
  const none = { invited: 0, active: 0, 'on-leave': 0, removed: 0 };
  return { ...none, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) };
}

/** Those who fit, a page of them in order, and how many there are in all. */
export async function findPeople(
  db: Queryable,
  scope: PeopleScope,
  query: PeopleQuery,
  { from, atMost }: { from: number; atMost: number },
): Promise<{ ids: MemberId[]; total: number }> {
  const { rows } = await sql<{ id: MemberId; total: number }>`
    SELECT m.id, count(*) OVER () AS total
      FROM member m
      LEFT JOIN account a ON a.id = m.account_id AND m.state <> 'removed'
      LEFT JOIN account_email e ON e.account_id = a.id AND e.state = 'current'
     WHERE ${sql.join([within(scope), ...conditionsOf(query)], sql` AND `)}
     ORDER BY ${orders[query.sort]}, m.id
     OFFSET ${from} LIMIT ${atMost}`.execute(db);
  return { ids: rows.map(({ id }) => id), total: rows[0]?.total ?? 0 };
}

const within = ({ practiceId, branchId, withWholePractice }: PeopleScope): RawBuilder<SqlBool> => {
  const practice = sql<SqlBool>`m.organisation_id = ${practiceId}`;
  if (!branchId) return practice;
  return withWholePractice
    ? sql<SqlBool>`${practice} AND (m.branch_id = ${branchId} OR m.branch_id IS NULL)`
    : sql<SqlBool>`${practice} AND m.branch_id = ${branchId}`;
};

const shownName = sql`search_fold(coalesce(a.full_name, m.full_name))`;

const orders: Record<PeopleSort, RawBuilder<unknown>> = {
  name: shownName,
  'last-use': sql`m.last_used_at NULLS FIRST, ${shownName}`,
  state: sql`m.state, ${shownName}`,
  added: sql`m.created_at DESC`,
};

function conditionsOf({ find, state, role, branch }: PeopleQuery): RawBuilder<SqlBool>[] {
  return [
    state === 'current' ? sql<SqlBool>`m.state <> 'removed'` : sql<SqlBool>`m.state = ${state}`,
    ...find.split(/\s+/).filter(Boolean).map(holdsWord),
    ...(role
      ? [
          sql<SqlBool>`EXISTS (SELECT FROM member_role r WHERE r.member_id = m.id AND r.service = ${role.service} AND r.role = ${role.role})`,
        ]
      : []),
    ...(branch === 'whole' ? [sql<SqlBool>`m.branch_id IS NULL`] : []),
    ...(branch && branch !== 'whole'
      ? [sql<SqlBool>`m.branch_id = (SELECT id FROM organisation WHERE code = ${branch})`]
      : []),
  ];
}

/** Anywhere in the name, the job title or the address. */
const holdsWord = (word: string): RawBuilder<SqlBool> => sql<SqlBool>`
  (${shownName} LIKE '%' || search_fold(${escaped(word)}) || '%'
   OR search_fold(coalesce(m.job_title, '')) LIKE '%' || search_fold(${escaped(word)}) || '%'
   OR lower(coalesce(e.typed, m.email_typed)) LIKE ${`%${escaped(word.toLowerCase())}%`})`;

const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
