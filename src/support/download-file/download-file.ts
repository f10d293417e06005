import type { FastifyRequest } from 'fastify';
import type { Clock } from '../../kernel/clock.ts';
import { NotFound } from '../../kernel/endings.ts';
import type { Database } from '../../platform/database/database.ts';
import { findAttachment } from '../attachments/attachment.store.ts';
import type { Attachment } from '../attachments/attachment.ts';
import { findReadableTicket, readMessages } from '../tickets/ticket-reader.ts';

export interface DownloadFileNeeds {
  clock: Clock;
  database: Database;
}

export type DownloadOutcome = { outcome: 'found'; file: Attachment } | { outcome: 'not-proven' };

/**
 * A file of a message that its reader sees. Whoever came by the link of an email proves first that they still read that
 * mail; the file of anything else is not there.
 */
export async function downloadFile(
  needs: DownloadFileNeeds,
  request: FastifyRequest,
  { reference, id }: { reference: string; id: string },
): Promise<DownloadOutcome> {
  const readable = await findReadableTicket(needs, request, reference);
  if (!readable.reader.isProven) return { outcome: 'not-proven' };
  const file = await findAttachment(needs.database, readable.ticket.id, id);
  const messages = file ? await readMessages(needs, readable) : [];
  if (!file || !messages.some((message) => message.id === file.messageId)) throw new NotFound('file');
  return { outcome: 'found', file };
}
