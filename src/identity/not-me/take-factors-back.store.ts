import { sql } from 'kysely';
import type { Realm } from '../../kernel/actor.ts';
import type { AccountId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { FactorId, FactorKind } from '../second-factors/factor.ts';

export interface FactorThen {
  id: FactorId;
  kind: FactorKind;
  name: string;
  realm: Realm;
  /** Whether it would let its owner in, were it in use. */
  proves: boolean;
  isInUse: boolean;
  wasThere: boolean;
}

/**
 * What an account has, and what it had at a moment. An email code proves nothing after a reset by email; a passkey that
 * may have been copied never comes back.
 */
export async function listFactorsSince(tx: Tx, account: AccountId, since: Date): Promise<FactorThen[]> {
  const { rows } = await sql<FactorThen>`
    SELECT f.id, f.kind, f.name, f.realm, f.removed_at IS NULL AS "isInUse", f.added_at < ${since} AS "wasThere",
           f.kind <> 'email' AND (f.kind <> 'recovery-codes' OR EXISTS (
             SELECT FROM recovery_code c WHERE c.factor_id = f.id AND c.used_at IS NULL)) AS proves
      FROM factor f
     WHERE f.account_id = ${account} AND (f.removed_at IS NULL OR (f.removed_at >= ${since} AND f.doubted_at IS NULL))
     ORDER BY f.added_at, f.id`.execute(tx);
  return rows;
}

/** Every number that gets codes now, in both realms. */
export const listCodeNumbers = async (tx: Tx, account: AccountId): Promise<string[]> =>
  (
    await tx
      .selectFrom('factor')
      .select('phone_dialled as number')
      .where('account_id', '=', account)
      .where('removed_at', 'is', null)
      .execute()
  ).flatMap(({ number }) => number ?? []);

export const removeFactors = (tx: Tx, ids: readonly FactorId[], now: Date) =>
  tx.updateTable('factor').set({ removed_at: now, is_preferred: false }).where('id', 'in', ids).execute();

export const putFactorsBack = (tx: Tx, ids: readonly FactorId[]) =>
  tx.updateTable('factor').set({ removed_at: null, is_preferred: false }).where('id', 'in', ids).execute();
