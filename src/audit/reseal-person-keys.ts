import { sql } from 'kysely';
import type { AccountId } from '../kernel/ids.ts';
import type { KeyRing } from '../kernel/key-ring.ts';
import { type Sealed, versionPrefix } from '../platform/database/reseal.ts';

/** Each person's own key is sealed by the ring; what it protects stays as it is. */
export const sealedPersonKeys = (keyRing: KeyRing): Sealed => ({
  name: 'person keys',
  resealBatch: async (tx, atMost) => {
    const rows = await tx
      .selectFrom('person_key')
      .select(['account_id', 'sealed_key'])
      .where(sql<boolean>`substring(sealed_key FROM 1 FOR 4) <> ${versionPrefix(keyRing.newest)}`)
      .limit(atMost)
      .forUpdate()
      .execute();
    for (const row of rows) {
      const person = row.account_id as AccountId;
      const sealed_key = keyRing.seal('person', keyRing.open('person', row.sealed_key, person), person);
      await tx.updateTable('person_key').set({ sealed_key }).where('account_id', '=', person).execute();
    }
    return rows.length;
  },
});
