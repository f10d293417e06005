import type { Realm } from '../../kernel/actor.ts';
import type { AccountId } from '../../kernel/ids.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';

/** The reset of an account that a typed code was sent for, live or not; the newest first. */
export const findResetByCode = (db: Queryable, account: AccountId, realm: Realm, macs: string[]) =>
  db
    .selectFrom('access_link')
    .select(['id', 'used_at as usedAt', 'replaced_at as replacedAt', 'expires_at as expiresAt'])
    .where('account_id', '=', account)
    .where('purpose', '=', 'reset-password')
    .where('realm', '=', realm)
    .where('code_mac', 'in', macs)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();

/** Gives a live link a new secret and keeps its code, which can be typed again until the link is used. */
export const renewSecret = (tx: Tx, id: string, secretHash: string, now: Date) =>
  tx
    .updateTable('access_link')
    .set({ secret_hash: secretHash })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('replaced_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('id')
    .executeTakeFirst();
