import type { Realm } from '../../kernel/actor.ts';
import type { AccountId } from '../../kernel/ids.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';

/** The first time counts. */
export const noteFactorAsked = (tx: Tx, account: AccountId, realm: Realm, now: Date) =>
  tx
    .insertInto('factor_asked')
    .values({ account_id: account, realm, first_asked_at: now })
    .onConflict((conflict) => conflict.columns(['account_id', 'realm']).doNothing())
    .execute();

/** From when an account was asked to set one up, which the setting leaves time for. */
export const findFirstAsked = async (db: Queryable, account: AccountId, realm: Realm) =>
  (
    await db
      .selectFrom('factor_asked')
      .select('first_asked_at as firstAskedAt')
      .where('account_id', '=', account)
      .where('realm', '=', realm)
      .executeTakeFirst()
  )?.firstAskedAt;
