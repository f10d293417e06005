import type { Role } from '../kernel/actor.ts';
import type { AccountId } from '../kernel/ids.ts';
import type { Queryable } from '../platform/database/database.ts';

/** What somebody may do now, wherever that is; nothing once their account cannot log in. */
export const listHeldRoles = (db: Queryable, account: AccountId): Promise<Role[]> =>
  db
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .select(['membership.organisation_id as organisationId', 'membership.service', 'membership.role'])
    .where('membership.account_id', '=', account)
    .where('membership.ended_at', 'is', null)
    .where('account.state', '=', 'active')
    .$castTo<Role>()
    .execute();
