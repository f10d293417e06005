import { sql } from 'kysely';
import type { Realm } from '../../kernel/actor.ts';
import type { AccountId } from '../../kernel/ids.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import type { FactorId } from '../second-factors/factor.ts';
import type { Passkey } from './passkey.ts';

const passkeys = (db: Queryable, realm: Realm) =>
  db
    .selectFrom('factor')
    .select([
      'id',
      'account_id as accountId',
      'realm',
      'name',
      'credential_id as credentialId',
      'public_key as publicKey',
      'sign_count as signCount',
      'transports',
      'doubted_at as doubtedAt',
    ])
    .where('kind', '=', 'passkey')
    .where('realm', '=', realm)
    .where('removed_at', 'is', null)
    .$castTo<Passkey>();

export const listPasskeys = (db: Queryable, account: AccountId, realm: Realm): Promise<Passkey[]> =>
  passkeys(db, realm).where('account_id', '=', account).orderBy('added_at').execute();

/** Whose passkey this is in this realm: one of the portal opens nothing at the desk. */
export const findPasskey = (db: Queryable, credentialId: string, realm: Realm) =>
  passkeys(db, realm).where('credential_id', '=', credentialId).executeTakeFirst();

/**
 * Uses a passkey in one statement: its counter must be higher than ever before, or it must not count at all. Of two that
 * answer with the same count the first wins.
 */
export const usePasskey = async (
  tx: Tx,
  id: FactorId,
  { signCount, isBackedUp, now }: { signCount: number; isBackedUp: boolean; now: Date },
): Promise<boolean> =>
  (await tx
    .updateTable('factor')
    .set({ sign_count: signCount, is_backed_up: isBackedUp, last_used_at: now })
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .where(sql<boolean>`(sign_count < ${signCount} OR (sign_count = 0 AND ${signCount} = 0))`)
    .returning('id')
    .executeTakeFirst()) !== undefined;

/** From now on it counts only beside a password; false when it was doubted before. */
export const doubtPasskey = async (tx: Tx, id: FactorId, now: Date): Promise<boolean> =>
  (await tx
    .updateTable('factor')
    .set({ doubted_at: now })
    .where('id', '=', id)
    .where('doubted_at', 'is', null)
    .returning('id')
    .executeTakeFirst()) !== undefined;

export const stopPasskey = (tx: Tx, id: FactorId, now: Date) =>
  tx
    .updateTable('factor')
    .set({ removed_at: now, is_preferred: false })
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .execute();
