import { sql } from 'kysely';
import { type AccountId, isId } from '../../kernel/ids.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import type { FileId } from '../../platform/files/index.ts';
import type { AttachmentId, TicketId, TicketMessageId } from '../tickets/ticket.ts';
import type { Attachment } from './attachment.ts';

const selectAttachments = (db: Queryable) =>
  db
    .selectFrom('attachment')
    .select([
      'id',
      'ticket_id as ticketId',
      'message_id as messageId',
      'file_id as fileId',
      'name',
      'kind',
      sql<number>`size::float8`.as('size'),
      'state',
      'because',
      'released_by as releasedBy',
      'attempts',
      'created_at as createdAt',
    ])
    .$castTo<Attachment>();

export const addAttachment = (
  db: Queryable,
  { id, ticketId, messageId, fileId, name, kind, size, state, because, createdAt }: Attachment,
) =>
  db
    .insertInto('attachment')
    .values({
      id,
      ticket_id: ticketId,
      message_id: messageId,
      file_id: fileId,
      name,
      kind,
      size,
      state,
      because,
      created_at: createdAt,
    })
    .execute();

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

/** Of a ticket that nobody proved was theirs. */
export async function removeFilesOf(tx: Tx, ticket: TicketId): Promise<void> {
  await sql`
    WITH gone AS (DELETE FROM attachment WHERE ticket_id = ${ticket} RETURNING file_id)
    DELETE FROM stored_file WHERE id IN (SELECT file_id FROM gone WHERE file_id IS NOT NULL)`.execute(tx);
}

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

/** One of a ticket; of another ticket, or made up, it is not there. */
export const findAttachment = async (
  db: Queryable,
  ticketId: TicketId,
  id: string,
): Promise<Attachment | undefined> =>
  isId(id)
    ? selectAttachments(db).where('id', '=', id).where('ticket_id', '=', ticketId).executeTakeFirst()
    : undefined;

/** Every file of a ticket, in the order they came; each names its message. */
export const listAttachments = (db: Queryable, ticketId: TicketId): Promise<Attachment[]> =>
  selectAttachments(db).where('ticket_id', '=', ticketId).orderBy('created_at').orderBy('id').execute();

/**
 * Takes the next file to look into, for this node alone until the lease is over: one that waits, or that was held
 * because the scanner could not be reached.
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
