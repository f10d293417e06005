import { sql } from 'kysely';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import type { FactorId } from './factor.ts';

export const findSealedSecret = async (db: Queryable, id: FactorId): Promise<Buffer | undefined> =>
  (
    await db
      .selectFrom('factor')
      .select('sealed_secret')
      .where('id', '=', id)
      .where('removed_at', 'is', null)
      .executeTakeFirst()
  )?.sealed_secret ?? undefined;

/** Takes a step of an authenticator once; an earlier or equal one is a replay. */
export const takeStep = async (tx: Tx, id: FactorId, step: number): Promise<boolean> =>
  (await tx
    .updateTable('factor')
    .set({ last_step: sql`${step}` })
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .where(sql<boolean>`last_step < ${step}`)
    .returning('id')
    .executeTakeFirst()) !== undefined;

export const useRecoveryCode = async (tx: Tx, id: FactorId, mac: string, now: Date): Promise<boolean> =>
  (await tx
    .updateTable('recovery_code')
    .set({ used_at: now })
    .where('factor_id', '=', id)
    .where('mac', '=', mac)
    .where('used_at', 'is', null)
    .returning('mac')
    .executeTakeFirst()) !== undefined;
