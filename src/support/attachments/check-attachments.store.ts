import type { AccountId } from '../../kernel/ids.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import type { FileId } from '../../platform/files/index.ts';
import type { AttachmentId } from '../tickets/ticket.ts';
import { selectAttachments } from './attachment.store.ts';
import type { Attachment } from './attachment.ts';

/**
 * Takes the next file to look into, for this node alone until the lease is over: one that waits, or that was held
 * because the scanner could not be reached. Whatever was tried the longest ago comes first, so that one file over which
 * the scanner falls silent keeps no other waiting.
 */
export const leaseAttachment = async (
  db: Queryable,
  { now, leasedBefore, retryBefore }: { now: Date; leasedBefore: Date; retryBefore: Date },
): Promise<Attachment | undefined> => {
  const next = db
    .selectFrom('attachment')
    .select('id')
    .where('ticket_id', 'is not', null)
    .where(({ or, and, eb }) =>
      or([
        and([
          eb('state', '=', 'waiting'),
          or([eb('scanned_at', 'is', null), eb('scanned_at', '<=', leasedBefore)]),
        ]),
        and([
          eb('state', '=', 'held'),
          eb('because', '=', 'scanner-unreachable'),
          eb('scanned_at', '<=', retryBefore),
        ]),
      ]),
    )
    .orderBy('scanned_at', (order) => order.asc().nullsFirst())
    .orderBy('created_at')
    .limit(1)
    .forUpdate()
    .skipLocked();
  const leased = await db
    .updateTable('attachment')
    .set(({ eb }) => ({ scanned_at: now, attempts: eb('attempts', '+', 1) }))
    .where('id', '=', next)
    .returning('id')
    .executeTakeFirst();
  return leased && selectAttachments(db).where('id', '=', leased.id).executeTakeFirst();
};

export interface LookedInto {
  state: Attachment['state'];
  because: string | null;
  fileId: FileId | null;
  name: string;
  kind: string;
  size: number;
}

/** Unless somebody decided about it, or its ticket was deleted, meanwhile. */
export const saveLookedInto = async (tx: Tx, before: Attachment, found: LookedInto): Promise<boolean> => {
  const { fileId, ...rest } = found;
  const { numUpdatedRows } = await tx
    .updateTable('attachment')
    .set({ ...rest, file_id: fileId, ...(found.state !== 'waiting' && { attempts: 0 }) })
    .where('id', '=', before.id)
    .where('state', '=', before.state)
    .where('file_id', '=', before.fileId)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
};

/** Held files alone; it is looked into once more, and no scanner holds it again. */
export const releaseHeld = async (tx: Tx, id: AttachmentId, by: AccountId): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('attachment')
    .set({ state: 'waiting', released_by: by, scanned_at: null, attempts: 0 })
    .where('id', '=', id)
    .where('state', '=', 'held')
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
};
