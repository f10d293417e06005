import type { AccountId, MessageId } from '../kernel/ids.ts';
import type { KeyRing } from '../kernel/key-ring.ts';
import type { Database } from '../platform/database/database.ts';
import { findSealedPreview } from './preview.store.ts';
import { openPreview, type Preview } from './sealed-content.ts';

export interface SentMessage extends Preview {
  kind: string;
  createdAt: Date;
}

/** What an e-mail to somebody said, with its links and codes hidden; nothing of another person's, or once it is forgotten. */
export async function readPreview(
  { keyRing, database }: { keyRing: KeyRing; database: Database },
  { id, to }: { id: MessageId; to: AccountId },
): Promise<SentMessage | undefined> {
  const row = await findSealedPreview(database, id, to);
  if (!row?.preview) return undefined;
  return { kind: row.kind, createdAt: row.createdAt, ...openPreview(keyRing, id, row.preview) };
}
