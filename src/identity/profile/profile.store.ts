import type { AccountId } from '../../kernel/ids.ts';
import type { Queryable } from '../../platform/database/database.ts';

export interface Access {
  organisation: string;
  code: string | null;
  role: string;
  since: Date;
}

/** Where a person may act now, in the order they came. */
export const listAccess = (db: Queryable, account: AccountId): Promise<Access[]> =>
  db
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
    .select(['organisation.name as organisation', 'organisation.code', 'membership.role', 'membership.since'])
    .where('membership.account_id', '=', account)
    .where('membership.ended_at', 'is', null)
    .orderBy('membership.since')
    .execute();
