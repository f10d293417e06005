import type { KeyRing } from '../../kernel/key-ring.ts';
import type { Sealed } from '../database/reseal.ts';
import { oldFileKeys, saveFileKey } from './file.store.ts';

/** The files stay as they are: only the key of each is sealed anew. */
export const sealedFileKeys = (keyRing: KeyRing): Sealed => ({
  name: 'keys of files',
  resealBatch: async (tx, atMost) => {
    const rows = await oldFileKeys(tx, keyRing.newest, atMost);
    for (const { id, sealedKey } of rows) {
      const fresh = keyRing.seal('file', keyRing.open('file', sealedKey, id), id);
      await saveFileKey(tx, id, keyRing.newest, fresh);
    }
    return rows.length;
  },
});
