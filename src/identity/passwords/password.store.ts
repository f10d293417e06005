import type { Realm } from '../../kernel/actor.ts';
import type { AccountId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/database/database.ts';

/** Sets the one password an account has in a realm. Only its owner's own choice ever comes here. */
export const setPassword = (tx: Tx, account: AccountId, realm: Realm, hash: string, now: Date) =>
  tx
    .insertInto('password')
    .values({ account_id: account, realm, hash, set_at: now })
    .onConflict((conflict) => conflict.columns(['account_id', 'realm']).doUpdateSet({ hash, set_at: now }))
    .execute();

/** Remembers that the password was chosen by whoever reads the mail, which proves less than knowing the one before. */
export const markRecovered = (tx: Tx, account: AccountId, realm: Realm, now: Date) =>
  tx
    .updateTable('password')
    .set({ recovered_at: now })
    .where('account_id', '=', account)
    .where('realm', '=', realm)
    .execute();

/** Keeps the same password in another form. Its owner changed nothing, so the day it was set stays. */
export const renewHash = (tx: Tx, account: AccountId, realm: Realm, hash: string) =>
  tx
    .updateTable('password')
    .set({ hash })
    .where('account_id', '=', account)
    .where('realm', '=', realm)
    .execute();

/** Whether this is the hash in force, for a change that checked it before it held the account. */
export const isStillPassword = async (tx: Tx, account: AccountId, realm: Realm, hash: string | undefined) =>
  (await tx
    .selectFrom('password')
    .select('account_id')
    .where('account_id', '=', account)
    .where('realm', '=', realm)
    .where('hash', '=', hash ?? '')
    .executeTakeFirst()) !== undefined;
