import type pg from 'pg';
import type { KeyRing } from '../../kernel/key-ring.ts';
import type { Sealed } from './reseal.ts';
import { versionPrefix } from './reseal.ts';

const text = 'gatehouse';
const seal = (keyRing: KeyRing): Buffer => keyRing.seal('marker', text, text);

/** Whether these are the root keys that this database is sealed with; the first start decides. */
export async function keysFit(client: pg.Client, keyRing: KeyRing): Promise<boolean> {
  await client.query('UPDATE installation SET sealed_marker = $1 WHERE sealed_marker IS NULL', [
    seal(keyRing),
  ]);
  const { rows } = await client.query<{ marker: Buffer }>('SELECT sealed_marker AS marker FROM installation');
  try {
    return keyRing.open('marker', rows[0]?.marker ?? Buffer.alloc(0), text).toString() === text;
  } catch {
    return false;
  }
}

/** Follows a rotation, so that the older key can be given up. */
export const sealedMarker = (keyRing: KeyRing): Sealed => ({
  name: 'markers',
  resealBatch: async (tx) => {
    const row = await tx.selectFrom('installation').select('sealed_marker as marker').executeTakeFirst();
    if (!row?.marker || row.marker.subarray(0, 4).equals(versionPrefix(keyRing.newest))) return 0;
    await tx
      .updateTable('installation')
      .set({ sealed_marker: seal(keyRing) })
      .execute();
    return 1;
  },
});
