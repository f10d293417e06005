import { sql } from 'kysely';
import type { AccountId, OrganisationId } from '../../kernel/ids.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import type { MemberId } from '../members/member.ts';

const isClosed = (organisation: string, today: string) =>
  sql`(${sql.ref(`${organisation}.status`)} = 'closed' OR ${sql.ref(`${organisation}.closed_on`)} <= ${today}::date)`;

const isOpen = (organisation: string, today: string) =>
  sql`NOT coalesce(${isClosed(organisation, today)}, false)`;

/** Registered practices that closed, and closed branches of open ones that people are limited to, not noticed so far. */
export async function listNewlyClosed(
  db: Queryable,
  today: string,
  atMost: number,
): Promise<OrganisationId[]> {
  const { rows } = await sql<{ id: OrganisationId }>`
    SELECT o.id FROM organisation o LEFT JOIN organisation p ON p.id = o.parent_id
     WHERE ${isClosed('o', today)} AND NOT EXISTS (SELECT FROM closure c WHERE c.organisation_id = o.id)
       AND ((o.kind = 'practice' AND o.registered_at IS NOT NULL)
            OR (o.kind = 'branch' AND p.registered_at IS NOT NULL AND ${isOpen('p', today)}
                AND EXISTS (SELECT FROM member m WHERE m.branch_id = o.id AND m.state <> 'removed')))
     ORDER BY o.id LIMIT ${atMost}
  `.execute(db);
  return rows.map(({ id }) => id);
}

/** Those that the register opened again. */
export async function listOpenAgain(db: Queryable, today: string, atMost: number): Promise<OrganisationId[]> {
  const { rows } = await sql<{ id: OrganisationId }>`
    SELECT o.id FROM closure c JOIN organisation o ON o.id = c.organisation_id
     WHERE ${isOpen('o', today)} ORDER BY o.id LIMIT ${atMost}
  `.execute(db);
  return rows.map(({ id }) => id);
}

/** False when it was noticed already. */
export const addClosure = async (
  tx: Tx,
  organisation: OrganisationId,
  closure: { closedOn: string; readOnlyUntil: string; now: Date },
): Promise<boolean> =>
  (await tx
    .insertInto('closure')
    .values({
      organisation_id: organisation,
      closed_on: closure.closedOn,
      read_only_until: closure.readOnlyUntil,
      told_at: closure.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('organisation_id')
    .executeTakeFirst()) !== undefined;

export const removeClosure = async (tx: Tx, organisation: OrganisationId) =>
  tx
    .deleteFrom('closure')
    .where('organisation_id', '=', organisation)
    .returning('access_ended_at as accessEndedAt')
    .executeTakeFirst();

/** The next whose people could look for the last time yesterday. */
export const listOver = async (db: Queryable, today: string, atMost: number): Promise<OrganisationId[]> =>
  (
    await db
      .selectFrom('closure')
      .select('organisation_id as id')
      .where('access_ended_at', 'is', null)
      .where('read_only_until', '<', today)
      .orderBy('read_only_until')
      .orderBy('organisation_id')
      .limit(atMost)
      .$castTo<{ id: OrganisationId }>()
      .execute()
  ).map(({ id }) => id);

export const markAccessEnded = (tx: Tx, organisation: OrganisationId, now: Date) =>
  tx
    .updateTable('closure')
    .set({ access_ended_at: now })
    .where('organisation_id', '=', organisation)
    .execute();

export interface PersonThere {
  id: MemberId;
  accountId: AccountId | null;
}

/** Everybody of a practice, or who is limited to a branch, invited ones too. */
export const listPeopleThere = (
  db: Queryable,
  { id, kind }: { id: OrganisationId; kind: 'practice' | 'branch' },
  atMost: number,
): Promise<PersonThere[]> =>
  db
    .selectFrom('member')
    .select(['id', 'account_id as accountId'])
    .where(kind === 'practice' ? 'organisation_id' : 'branch_id', '=', id)
    .where('state', '<>', 'removed')
    .orderBy('id')
    .limit(atMost)
    .$castTo<PersonThere>()
    .execute();
