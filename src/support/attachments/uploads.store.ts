import { sql } from 'kysely';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import type { AttachmentId, TicketId, TicketMessageId } from '../tickets/ticket.ts';
import { selectAttachments } from './attachment.store.ts';
import type { Attachment } from './attachment.ts';

/** Files that a form brought and that no message has yet, of those since then. */
export const listUploads = (
  db: Queryable,
  ids: readonly AttachmentId[],
  since: Date,
): Promise<Attachment[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : selectAttachments(db)
        .where('id', 'in', ids)
        .where('ticket_id', 'is', null)
        .where('created_at', '>', since)
        .execute();

/** What the files take up that no message has, or only one that waits for its sender's address to be confirmed. */
export const bytesOfStrangers = async (db: Queryable): Promise<number> => {
  const { rows } = await sql<{ bytes: number }>`
    SELECT coalesce(sum(size), 0)::float8 AS bytes FROM (
      SELECT size FROM attachment WHERE ticket_id IS NULL
       UNION ALL SELECT a.size FROM ticket t JOIN attachment a ON a.ticket_id = t.id WHERE t.state = 'held') AS theirs`.execute(
    db,
  );
  return rows[0]?.bytes ?? 0;
};

/** Only what no message has can be claimed, so a file belongs to one message for good. */
export const claimUploads = async (
  tx: Tx,
  ids: readonly AttachmentId[],
  { ticketId, messageId }: { ticketId: TicketId; messageId: TicketMessageId },
): Promise<number> => {
  const { numUpdatedRows } = await tx
    .updateTable('attachment')
    .set({ ticket_id: ticketId, message_id: messageId })
    .where('id', 'in', ids)
    .where('ticket_id', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
};

export const removeUploads = async (db: Queryable, ids: readonly AttachmentId[]): Promise<number> =>
  ids.length === 0 ? 0 : removeUnclaimed(db, (uploads) => uploads.where('id', 'in', ids));

export const removeOldUploads = (db: Queryable, before: Date, atMost: number) =>
  removeUnclaimed(db, (uploads) => uploads.where('created_at', '<=', before).limit(atMost));

const unclaimed = (db: Queryable) => db.selectFrom('attachment').select('id').where('ticket_id', 'is', null);
type Unclaimed = ReturnType<typeof unclaimed>;

async function removeUnclaimed(db: Queryable, which: (uploads: Unclaimed) => Unclaimed): Promise<number> {
  const gone = await db
    .deleteFrom('attachment')
    .where('id', 'in', which(unclaimed(db)))
    .where('ticket_id', 'is', null)
    .returning('file_id as fileId')
    .execute();
  const files = gone.flatMap(({ fileId }) => (fileId === null ? [] : [fileId]));
  if (files.length > 0) await db.deleteFrom('stored_file').where('id', 'in', files).execute();
  return gone.length;
}
