import { sql } from 'kysely';
import type { AccountId, OrganisationId } from '../../kernel/ids.ts';
import type { Queryable } from '../../platform/database/database.ts';
import { mayObject } from '../administrators/main-contact-requests.store.ts';
import type { MemberId } from '../members/member.ts';
import { asOrganisation, selectOrganisations } from '../places/organisation.store.ts';
import type { Organisation } from '../places/organisation.ts';

/** These organisations, the branches of those that are practices, and the practices of those that are branches. */
export async function listMyOrganisations(
  db: Queryable,
  ids: readonly OrganisationId[],
): Promise<Organisation[]> {
  if (ids.length === 0) return [];
  const mine = sql<string>`ANY (${ids}::uuid[])`;
  const rows = await selectOrganisations(db)
    .where((eb) =>
      eb.or([
        eb('id', '=', mine),
        eb('parent_id', '=', mine),
        eb('id', 'in', eb.selectFrom('organisation').select('parent_id').where('id', '=', mine)),
      ]),
    )
    .execute();
  return rows.map(asOrganisation);
}

/** What is asked about: whole practices, and single branches of others. */
export interface Scope {
  practices: string[];
  branches: string[];
}

export interface Counts {
  active: number;
  invited: number;
  onLeave: number;
}

/** How many people each place has: a practice all of them, a branch those limited to it. */
export async function countPeople(
  db: Queryable,
  ids: readonly OrganisationId[],
): Promise<Map<string, Counts>> {
  const { rows } = await sql<Counts & { id: string }>`
    SELECT place.id, count(*) FILTER (WHERE m.state = 'active') AS active,
           count(*) FILTER (WHERE m.state = 'invited') AS invited,
           count(*) FILTER (WHERE m.state = 'on-leave') AS "onLeave"
      FROM member m CROSS JOIN LATERAL (VALUES (m.organisation_id), (m.branch_id)) AS place (id)
     WHERE (m.organisation_id = ANY (${ids}::uuid[]) OR m.branch_id = ANY (${ids}::uuid[]))
       AND place.id = ANY (${ids}::uuid[]) AND m.state <> 'removed'
     GROUP BY place.id
  `.execute(db);
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}

export type TaskKind =
  | 'handover'
  | 'main-contact'
  | 'request'
  | 'leaver'
  | 'review'
  | 'not-delivered'
  | 'expiring'
  | 'ending'
  | 'returning';

export interface Task {
  kind: TaskKind;
  organisation: { code: string; name: string };
  /** The request, or the member. */
  id: string | null;
  name: string | null;
  at: Date;
}

interface TasksFor {
  account: AccountId;
  /** Where they see people, and where they decide about them. */
  seen: Scope;
  decided: Scope;
  now: Date;
  /** Invitations that end by then; days of leaving and returning up to then. */
  expiringUntil: Date;
  lastDay: string;
  atMost: number;
}

/** Everything that waits for somebody at all their places, in one statement: what others wait for first. */
export async function listTasks(db: Queryable, tasks: TasksFor): Promise<Task[]> {
  const { account, now, expiringUntil, lastDay, atMost } = tasks;
  const { seen, decided } = tasks;
  const { rows } = await sql<Omit<Task, 'organisation'> & { code: string; organisation: string }>`
    SELECT t.kind, o.code, o.name AS organisation, t.id, t.name, t.at
      FROM (
        SELECT 1 AS place, 'handover' AS kind, h.organisation_id AS organisation, NULL::uuid AS id, NULL::text AS name, h.offered_at AS at
          FROM handover h JOIN member m ON m.id = h.to_member
         WHERE m.account_id = ${account} AND h.state = 'offered' AND h.expires_at > ${now}
        UNION ALL
        SELECT 2, 'main-contact', g.organisation_id, g.id, g.full_name, g.created_at
          FROM (${mayObject(decided.practices, account)}) g
        UNION ALL
        SELECT 3, 'request', ${reachedBy(decided, 'r')}, r.id, r.full_name, r.created_at
          FROM access_request r WHERE r.state = 'waiting' AND ${isWithin(decided, 'r')}
        UNION ALL
        SELECT 4, 'leaver', ${reachedBy(decided, 'm')}, m.id, coalesce(a.full_name, m.full_name), m.created_at
          FROM (SELECT l.id, l.organisation_id, b.branch_id, b.account_id, l.created_at, coalesce(b.full_name, l.leaver_name) AS full_name
                  FROM leaver_report l LEFT JOIN member b ON b.id = l.member_id WHERE l.resolved_at IS NULL) m
          LEFT JOIN account a ON a.id = m.account_id
         WHERE ${isWithin(decided, 'm')} AND m.account_id IS DISTINCT FROM ${account}
        UNION ALL
        SELECT 5, 'review', v.organisation_id, NULL, NULL, v.due_at
          FROM access_review v WHERE v.finished_at IS NULL AND v.organisation_id = ANY (${decided.practices}::uuid[])
        UNION ALL
        SELECT 6, CASE WHEN ${notDelivered} THEN 'not-delivered' ELSE 'expiring' END, ${reachedBy(seen, 'm')}, m.id, m.full_name, i.expires_at
          FROM member m JOIN invitation i ON i.member_id = m.id LEFT JOIN outbox b ON b.id = i.message_id
         WHERE m.state = 'invited' AND i.send_at IS NULL AND (${notDelivered} OR i.expires_at <= ${expiringUntil})
           AND ${isWithin(seen, 'm')}
        UNION ALL
        SELECT 7, 'ending', ${reachedBy(seen, 'm')}, m.id, coalesce(a.full_name, m.full_name), ${noonOf('ends_on')}
          FROM member m LEFT JOIN account a ON a.id = m.account_id
         WHERE m.state <> 'removed' AND m.ends_on <= ${lastDay}::date AND ${isWithin(seen, 'm')}
        UNION ALL
        SELECT 8, 'returning', ${reachedBy(seen, 'm')}, m.id, coalesce(a.full_name, m.full_name), ${noonOf('returns_on')}
          FROM member m LEFT JOIN account a ON a.id = m.account_id
         WHERE m.state = 'on-leave' AND m.returns_on <= ${lastDay}::date AND ${isWithin(seen, 'm')}
      ) t JOIN organisation o ON o.id = t.organisation
     ORDER BY t.place, t.at, t.id
     LIMIT ${atMost}
  `.execute(db);
  return rows.map(({ code, organisation, ...task }) => ({
    ...task,
    organisation: { code, name: organisation },
  }));
}

const notDelivered = sql`(coalesce(b.delivery_status::text, '') LIKE '%-failure' OR coalesce(b.status::text, '') IN ('failed', 'expired'))`;

const isWithin = ({ practices, branches }: Scope, row: 'm' | 'r') =>
  sql`(${sql.ref(`${row}.organisation_id`)} = ANY (${practices}::uuid[]) OR ${sql.ref(`${row}.branch_id`)} = ANY (${branches}::uuid[]))`;

/** By which organisation of theirs somebody reaches a row: its practice where that is theirs, else its branch. */
const reachedBy = ({ practices }: Scope, row: 'm' | 'r') =>
  sql`CASE WHEN ${sql.ref(`${row}.organisation_id`)} = ANY (${practices}::uuid[])
           THEN ${sql.ref(`${row}.organisation_id`)} ELSE ${sql.ref(`${row}.branch_id`)} END`;

/** The same calendar day in every time zone that these islands use. */
const noonOf = (day: 'ends_on' | 'returns_on') =>
  sql`(${sql.ref(`m.${day}`)} + time '12:00') AT TIME ZONE 'UTC'`;

/** One of their people, at one practice. */
export interface FoundMember {
  id: MemberId;
  practiceId: OrganisationId;
  branchId: OrganisationId | null;
  accountId: AccountId | null;
  fullName: string;
  email: string;
  /** The same for one person at all practices: their address in its one form. */
  person: string;
}

interface Finding {
  /** Of the address as its owner writes it or as it was typed; words of the name. */
  canonical: string | undefined;
  words: readonly string[];
  atMost: number;
}

/** Whoever is among their people by this address, or by a name that has all these words. */
export async function findMembers(
  db: Queryable,
  scope: Scope,
  { canonical, words, atMost }: Finding,
): Promise<FoundMember[]> {
  const byName = sql.join(
    [
      sql`TRUE`,
      ...words.map(
        (word) =>
          sql`search_fold(coalesce(a.full_name, m.full_name)) LIKE '%' || search_fold(${escaped(word)}) || '%'`,
      ),
    ],
    sql` AND `,
  );
  const byAddress = sql`(e.canonical = ${canonical} OR m.email_canonical = ${canonical})`;
  return (
    await sql<FoundMember>`${selectFound(scope)} AND ${canonical ? byAddress : byName}
      ORDER BY "fullName", "person", m.id LIMIT ${atMost}`.execute(db)
  ).rows;
}

/** One of their people, at all their practices. */
export async function findSamePerson(db: Queryable, scope: Scope, member: MemberId): Promise<FoundMember[]> {
  const { rows } = await sql<FoundMember>`
    WITH found AS (${selectFound(scope)})
    SELECT * FROM found WHERE person = (SELECT person FROM found WHERE id = ${member}) ORDER BY id`.execute(
    db,
  );
  return rows;
}

const selectFound = ({ practices, branches }: Scope) => sql`
  SELECT m.id, m.organisation_id AS "practiceId", m.branch_id AS "branchId", m.account_id AS "accountId",
         coalesce(a.full_name, m.full_name) AS "fullName", coalesce(e.typed, m.email_typed) AS email,
         coalesce(e.canonical, m.email_canonical) AS person
    FROM member m
    LEFT JOIN account a ON a.id = m.account_id
    LEFT JOIN account_email e ON e.account_id = a.id AND e.state = 'current'
   WHERE m.state <> 'removed' AND (m.organisation_id = ANY (${practices}::uuid[]) OR m.branch_id = ANY (${branches}::uuid[]))`;

const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
