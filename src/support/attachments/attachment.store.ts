import { sql } from 'kysely';
import { isId } from '../../kernel/ids.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import type { TicketId } from '../tickets/ticket.ts';
import type { Attachment } from './attachment.ts';

/** Files with what is known of them; the caller says which. */
export const selectAttachments = (db: Queryable) =>
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

/** Of a ticket that nobody proved was theirs. */
export async function removeFilesOf(tx: Tx, ticket: TicketId): Promise<void> {
  await sql`
    WITH gone AS (DELETE FROM attachment WHERE ticket_id = ${ticket} RETURNING file_id)
    DELETE FROM stored_file WHERE id IN (SELECT file_id FROM gone WHERE file_id IS NOT NULL)`.execute(tx);
}
