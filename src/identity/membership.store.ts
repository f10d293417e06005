import type { AccountId, Ids, OrganisationId } from '../kernel/ids.ts';
import type { Queryable, Tx } from '../platform/database/database.ts';

export interface NewMembership {
  accountId: AccountId;
  organisationId: OrganisationId;
  service: string;
  role: string;
  givenBy: AccountId | null;
  now: Date;
}

/** Gives a role; one that is held already stays as it is. False then. */
export const addMembership = async (tx: Tx, ids: Ids, membership: NewMembership): Promise<boolean> =>
  (await tx
    .insertInto('membership')
    .values({
      id: ids.next(),
      account_id: membership.accountId,
      organisation_id: membership.organisationId,
      service: membership.service,
      role: membership.role,
      given_by: membership.givenBy,
      since: membership.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()) !== undefined;

interface EndedMembership {
  accountId: AccountId;
  organisationId: OrganisationId;
  service: string;
  endedBy: AccountId | null;
  reason: string;
  now: Date;
}

/** Ends whatever roles a person holds in one organisation for one service; the rows stay, with the reason. */
export const endMemberships = (tx: Tx, ended: EndedMembership) =>
  tx
    .updateTable('membership')
    .set({ ended_at: ended.now, ended_by: ended.endedBy, ended_reason: ended.reason })
    .where('account_id', '=', ended.accountId)
    .where('organisation_id', '=', ended.organisationId)
    .where('service', '=', ended.service)
    .where('ended_at', 'is', null)
    .execute();

/** The roles a person holds now for one service, wherever that is. */
export const listRoles = async (db: Queryable, account: AccountId, service: string): Promise<string[]> => {
  const rows = await db
    .selectFrom('membership')
    .select('role')
    .where('account_id', '=', account)
    .where('service', '=', service)
    .where('ended_at', 'is', null)
    .execute();
  return rows.map((row) => row.role);
};

/**
 * Holds everybody's membership with one role against change, in one order, so that two who would each leave the
 * other as the last one take turns.
 */
export const holdRole = (tx: Tx, service: string, role: string) =>
  tx
    .selectFrom('membership')
    .select('id')
    .where('service', '=', service)
    .where('role', '=', role)
    .where('ended_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();

/** How many people other than this one hold a role and can log in to use it. */
export const countOthersInRole = async (
  db: Queryable,
  account: AccountId,
  service: string,
  role: string,
): Promise<number> => {
  const { count } = await db
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .innerJoin('password', (join) =>
      join.onRef('password.account_id', '=', 'account.id').on('password.realm', '=', 'support'),
    )
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('membership.service', '=', service)
    .where('membership.role', '=', role)
    .where('membership.ended_at', 'is', null)
    .where('account.id', '<>', account)
    .where('account.state', '=', 'active')
    .executeTakeFirstOrThrow();
  return count;
};
