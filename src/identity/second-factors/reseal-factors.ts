import { sql } from 'kysely';
import type { KeyRing } from '../../kernel/key-ring.ts';
import type { Tx } from '../../platform/database/database.ts';
import { type Sealed, versionPrefix } from '../../platform/database/reseal.ts';
import { openSecret, sealSecret } from './sealed-secret.ts';

type Table = 'factor' | 'factor_setup';

/** What is being set up, resealed before what is set up already: one becomes the other. */
export const sealedSetUps = (keyRing: KeyRing): Sealed => ({
  name: 'security codes being set up',
  resealBatch: (tx, atMost) => resealSecrets(keyRing, tx, 'factor_setup', atMost),
});

/** Secrets of authenticator apps, and the keys under which recovery codes are hashed. */
export const sealedFactors = (keyRing: KeyRing): Sealed => ({
  name: 'secrets of security codes',
  resealBatch: (tx, atMost) => resealSecrets(keyRing, tx, 'factor', atMost),
});

async function resealSecrets(keyRing: KeyRing, tx: Tx, table: Table, atMost: number): Promise<number> {
  const rows = await heldSecrets(tx, table, versionPrefix(keyRing.newest), atMost);
  for (const { id, sealed } of rows)
    await tx
      .updateTable(table)
      .set({ sealed_secret: sealSecret(keyRing, id, openSecret(keyRing, id, sealed)) })
      .where('id', '=', id)
      .execute();
  return rows.length;
}

/**
 * Those in use by somebody who logs in are passed over while there are others, and waited for at the end one by one:
 * who holds many never waits, so nobody's log in can wait for a rotation that waits for it.
 */
async function heldSecrets(tx: Tx, table: Table, newest: Buffer, atMost: number) {
  const held = (limit: number, waiting: 'SKIP LOCKED' | '') =>
    sql<{ id: string; sealed: Buffer }>`
      SELECT id, sealed_secret AS sealed FROM ${sql.table(table)}
       WHERE sealed_secret IS NOT NULL AND substring(sealed_secret FROM 1 FOR 4) <> ${newest}
       LIMIT ${limit} FOR NO KEY UPDATE ${sql.raw(waiting)}`.execute(tx);
  const free = await held(atMost, 'SKIP LOCKED');
  return free.rows.length > 0 ? free.rows : (await held(1, '')).rows;
}
