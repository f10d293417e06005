import type { AccountId } from '../kernel/ids.ts';
import type { Queryable, Tx } from '../platform/database/database.ts';

/**
 * Since when nothing that lets a person in can be changed, because its owner said "this was not me" and staff have not
 * looked yet. Asked with the account held, wherever a change is made.
 */
export const findFreeze = async (db: Queryable, account: AccountId): Promise<Date | undefined> =>
  (await db.selectFrom('account').select('changes_frozen_at').where('id', '=', account).executeTakeFirst())
    ?.changes_frozen_at ?? undefined;

export const freezeChanges = (tx: Tx, account: AccountId, now: Date) =>
  tx.updateTable('account').set({ changes_frozen_at: now }).where('id', '=', account).execute();

/** False when it was lifted already. */
export const liftFreeze = async (tx: Tx, account: AccountId): Promise<boolean> =>
  (await tx
    .updateTable('account')
    .set({ changes_frozen_at: null })
    .where('id', '=', account)
    .where('changes_frozen_at', 'is not', null)
    .returning('id')
    .executeTakeFirst()) !== undefined;
