import { type RawBuilder, sql } from 'kysely';
import { after, before, hours } from '../../../kernel/duration.ts';
import { uuidv7 } from '../../../kernel/ids.ts';
import type { Queryable } from '../../../platform/database/database.ts';

export interface ActivityFilter {
  action: string | undefined;
  /** Whoever did it, or to whose account it happened. */
  personId: string | undefined;
  organisationId: string | undefined;
  since: Date | undefined;
  until: Date | undefined;
  /** Only what stands before this position: where the page before ended. */
  before: number | undefined;
}

export interface FoundEvent {
  position: number;
  action: string;
  at: Date;
  actorKind: string;
  actorId: string | null;
  actorName: string | null;
  subjectId: string | null;
  subjectName: string | null;
  organisation: string | null;
  /** Its reference, while it is kept. */
  ticket: string | null;
  reason: string | null;
  /** The device of the session it was done in. */
  device: string | null;
  /** A keyed hash of the network that somebody without a session came from. */
  clientMac: string | null;
}

/** Events that fit, newest first; never their detail. */
export async function searchEvents(
  db: Queryable,
  filter: ActivityFilter,
  atMost: number,
): Promise<FoundEvent[]> {
  const { rows } = await sql<FoundEvent>`
    WITH found AS (${found(filter, atMost)})
    SELECT e.position, e.action, e.at, e.actor_kind AS "actorKind", e.actor_id AS "actorId",
           actor.full_name AS "actorName", e.subject_id AS "subjectId", subject.full_name AS "subjectName",
           concat_ws(' ', o.name, o.code) AS organisation, t.reference AS ticket, e.reason, d.description AS device,
           e.client_mac AS "clientMac"
      FROM found JOIN audit_event e ON e.position = found.position
      LEFT JOIN account actor ON actor.id = e.actor_id
      LEFT JOIN account subject ON subject.id = e.subject_id
      LEFT JOIN organisation o ON o.id = e.organisation_id
      LEFT JOIN ticket t ON e.record_type = 'ticket' AND t.id = e.record_id
      LEFT JOIN session s ON s.id = e.session_id
      LEFT JOIN device d ON d.id = s.device_id
     ORDER BY e.position DESC LIMIT ${atMost}`.execute(db);
  return rows;
}

/** Each column has its own index by position; an OR of two would use neither. */
function found(filter: ActivityFilter, atMost: number): RawBuilder<unknown> {
  const fits = conditions(filter);
  const newest = (own: RawBuilder<unknown>) =>
    sql`(SELECT position FROM audit_event e WHERE ${sql.join([own, ...fits], sql` AND `)}
          ORDER BY position DESC LIMIT ${atMost})`;
  const { personId } = filter;
  if (!personId) return newest(sql`true`);
  return sql`${newest(sql`e.subject_id = ${personId}`)} UNION ${newest(sql`e.actor_id = ${personId}`)}`;
}

const conditions = (filter: ActivityFilter): RawBuilder<unknown>[] => [
  ...(filter.action ? [sql`e.action = ${filter.action}`] : []),
  ...(filter.organisationId ? [sql`e.organisation_id = ${filter.organisationId}`] : []),
  ...(filter.before ? [sql`e.position < ${filter.before}`] : []),
  ...(filter.since ? notBefore(filter.since) : []),
  ...(filter.until ? notAfter(filter.until) : []),
];

/** Longer than any change takes, and than clocks of two nodes differ: positions follow time up to that. */
const slack = hours(1);

/** Days are found by ids, which hold the time since 1970; what is near is then looked at exactly. */
const firstIdAt = (at: Date) => uuidv7(Math.max(0, at.getTime()), new Uint8Array(10));

const notBefore = (since: Date): RawBuilder<unknown>[] => [
  sql`e.at >= ${since}`,
  sql`e.position > coalesce((SELECT position FROM audit_event
        WHERE id < ${firstIdAt(before(since, slack))} ORDER BY id DESC LIMIT 1), 0)`,
];

const notAfter = (until: Date): RawBuilder<unknown>[] => [
  sql`e.at < ${until}`,
  sql`e.position < coalesce((SELECT position FROM audit_event
        WHERE id >= ${firstIdAt(after(until, slack))} ORDER BY id LIMIT 1), 9007199254740991)`,
];

export const findPersonName = async (db: Queryable, id: string): Promise<string | undefined> =>
  (await db.selectFrom('account').select('full_name').where('id', '=', id).executeTakeFirst())?.full_name;

export const findOrganisationId = async (db: Queryable, code: string): Promise<string | undefined> =>
  (await db.selectFrom('organisation').select('id').where('code', '=', code).executeTakeFirst())?.id;
