import { sql } from 'kysely';
import type { SessionId } from '../../kernel/actor.ts';
import type { AccountId, OrganisationId } from '../../kernel/ids.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';

export interface Access {
  organisation: string;
  code: string | null;
  kind: 'practice' | 'branch' | 'operator';
  /** The practice that a branch belongs to. */
  parent: string | null;
  service: string;
  role: string;
  /** The calendar day on which it ends by itself. */
  endsOn: string | null;
  since: Date;
  endedAt: Date | null;
  /** A colleague by name; support without one; nobody where it is not on record any more. */
  givenBy: { name: string; isSupport: boolean } | null;
}

/** Everything a person may do, or could: what holds now first, then what ended, newest first. Never why it ended. */
export async function listAccess(db: Queryable, account: AccountId): Promise<Access[]> {
  const { rows } = await sql<Access>`
    SELECT o.name AS organisation, o.code, o.kind, p.name AS parent, m.service, m.role, b.ends_on AS "endsOn", m.since, m.ended_at AS "endedAt",
           CASE WHEN g.id IS NOT NULL THEN json_build_object('name', g.full_name, 'isSupport',
             EXISTS (SELECT FROM membership s WHERE s.account_id = g.id AND s.service = 'support')) END AS "givenBy"
      FROM membership m
      JOIN organisation o ON o.id = m.organisation_id
      LEFT JOIN organisation p ON p.id = o.parent_id
      LEFT JOIN member b ON b.account_id = m.account_id AND b.organisation_id = coalesce(o.parent_id, o.id)
           AND b.state <> 'removed' AND m.ended_at IS NULL
      LEFT JOIN account g ON g.id = m.given_by
     WHERE m.account_id = ${account}
     ORDER BY m.ended_at DESC NULLS FIRST, m.since, m.id
  `.execute(db);
  return rows;
}

export interface Choosable {
  id: OrganisationId;
  name: string;
  code: string | null;
  parent: string | null;
}

/** Where a person may act now. */
export const listChoosable = (db: Queryable, account: AccountId): Promise<Choosable[]> =>
  db
    .selectFrom('organisation')
    .leftJoin('organisation as parent', 'parent.id', 'organisation.parent_id')
    .select(['organisation.id', 'organisation.name', 'organisation.code', 'parent.name as parent'])
    .where('organisation.id', 'in', (eb) =>
      eb
        .selectFrom('membership')
        .select('organisation_id')
        .where('account_id', '=', account)
        .where('service', '<>', 'support')
        .where('ended_at', 'is', null),
    )
    .orderBy('organisation.name')
    .orderBy('organisation.code')
    .$castTo<Choosable>()
    .execute();

/** One statement, so that access that ends meanwhile is not chosen. Says whether the session acts there now. */
export async function chooseOrganisation(
  tx: Tx,
  session: SessionId,
  account: AccountId,
  organisation: OrganisationId,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('session')
    .set({ organisation_id: organisation })
    .where('id', '=', session)
    .where('account_id', '=', account)
    .where('ended_at', 'is', null)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('membership')
          .select('id')
          .where('account_id', '=', account)
          .where('organisation_id', '=', organisation)
          .where('service', '<>', 'support')
          .where('ended_at', 'is', null),
      ),
    )
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Where the next log in begins. */
export const rememberOrganisation = (tx: Tx, account: AccountId, organisation: OrganisationId) =>
  tx.updateTable('account').set({ last_organisation_id: organisation }).where('id', '=', account).execute();
