import type { AccountId, OrganisationId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/database/database.ts';

/** Every practice of an account, now or before, in the order in which practices are held. */
export const listPracticesOf = async (tx: Tx, account: AccountId): Promise<OrganisationId[]> =>
  (
    await tx
      .selectFrom('member')
      .select('organisation_id as id')
      .distinct()
      .where('account_id', '=', account)
      .orderBy('organisation_id')
      .execute()
  ).map(({ id }) => id as OrganisationId);
