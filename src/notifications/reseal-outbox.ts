import type { KeyRing } from '../kernel/key-ring.ts';
import type { Sealed } from '../platform/database/reseal.ts';
import { openContent, openPreview, sealContent, sealPreview } from './sealed-content.ts';

/** Messages that still wait to be sent, and what is kept of those that were. */
export const sealedMessages = (keyRing: KeyRing): Sealed => ({
  name: 'messages',
  resealBatch: async (tx, atMost) => {
    const rows = await tx
      .selectFrom('outbox')
      .select(['id', 'content', 'preview'])
      .where((eb) => eb.or([eb('content', 'is not', null), eb('preview', 'is not', null)]))
      .where('key_version', '<>', keyRing.newest)
      .limit(atMost)
      .forUpdate()
      .execute();
    for (const { id, content, preview } of rows) {
      const fresh = content && sealContent(keyRing, id, openContent(keyRing, id, content));
      await tx
        .updateTable('outbox')
        .set({
          content: fresh,
          preview: preview && resealed(keyRing, id, preview),
          key_version: keyRing.newest,
        })
        .where('id', '=', id)
        .execute();
    }
    return rows.length;
  },
});

function resealed(keyRing: KeyRing, id: string, sealed: Buffer): Buffer | null {
  const { text, ...letter } = openPreview(keyRing, id, sealed);
  return sealPreview(keyRing, id, { ...letter, preview: text });
}
