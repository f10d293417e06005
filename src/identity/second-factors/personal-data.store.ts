import { sql } from 'kysely';
import type { AccountId } from '../../kernel/ids.ts';
import type { Queryable } from '../../platform/database/database.ts';

/** Removed ones too while they are kept; of secrets, keys and codes nothing leaves the tables. */
export const listOwnFactors = (db: Queryable, id: AccountId) =>
  db
    .selectFrom('factor')
    .select((eb) => [
      'kind',
      'name',
      'phone',
      'realm',
      'is_preferred as isPreferred',
      'added_at as addedAt',
      'trusted_from as trustedFrom',
      'last_used_at as lastUsedAt',
      eb
        .case()
        .when('kind', '=', 'recovery-codes')
        .then(
          eb
            .selectFrom('recovery_code')
            .select(sql<number>`count(*)::int`.as('left'))
            .whereRef('factor_id', '=', 'factor.id')
            .where('used_at', 'is', null),
        )
        .end()
        .as('codesLeft'),
      'is_backed_up as isBackedUp',
      'doubted_at as doubtedAt',
      'removed_at as removedAt',
    ])
    .where('account_id', '=', id)
    .orderBy('added_at')
    .execute();

export const listOwnFactorRequests = (db: Queryable, id: AccountId) =>
  db
    .selectFrom('factor_reset_request')
    .select([
      'reference',
      'realm',
      'reason',
      'words',
      'phone',
      'state',
      'created_at as createdAt',
      'ended_at as endedAt',
    ])
    .where('account_id', '=', id)
    .orderBy('created_at')
    .execute();
