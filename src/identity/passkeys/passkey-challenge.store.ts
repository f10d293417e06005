import type { Queryable } from '../../platform/database/database.ts';

/** One statement, so that a challenge is answered once however often its cookie is sent. */
export const spendChallenge = async (db: Queryable, hash: string, expiresAt: Date): Promise<boolean> =>
  (await db
    .insertInto('spent_challenge')
    .values({ challenge_hash: hash, expires_at: expiresAt })
    .onConflict((conflict) => conflict.doNothing())
    .returning('challenge_hash')
    .executeTakeFirst()) !== undefined;
