import type { KeyRing } from '../kernel/key-ring.ts';
import type { Sealed } from '../platform/database/reseal.ts';
import { openContent, sealContent } from './sealed-content.ts';

/** Messages that still wait to be sent. */
export const sealedMessages = (keyRing: KeyRing): Sealed => ({
  name: 'messages',
  resealBatch: async (tx, atMost) => {
    const rows = await tx
      .selectFrom('outbox')
      .select(['id', 'content'])
      .where('content', 'is not', null)
      .where('key_version', '<>', keyRing.newest)
      .limit(atMost)
      .forUpdate()
      .execute();
    for (const { id, content } of rows) {
      const fresh = content && sealContent(keyRing, id, openContent(keyRing, id, content));
      await tx
        .updateTable('outbox')
        .set({ content: fresh, key_version: keyRing.newest })
        .where('id', '=', id)
        .execute();
    }
    return rows.length;
  },
});
