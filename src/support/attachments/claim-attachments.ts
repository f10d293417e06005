import type { Tx } from '../../platform/database/database.ts';
import type { Nudge } from '../../platform/jobs/index.ts';
import type { AttachmentId, TicketId, TicketMessageId } from '../tickets/ticket.ts';
import { checkAttachmentsName } from './check-attachments.ts';
import { claimUploads } from './uploads.store.ts';

/**
 * Gives the files of a form to the message that was written with it, in the same transaction; they are looked into from
 * now on. The ids are those of `readFormFiles`, which checked whose they are. Says how many there still were to give.
 */
export async function claimAttachments(
  needs: { nudge: Nudge },
  tx: Tx,
  files: readonly { id: AttachmentId }[],
  to: { ticketId: TicketId; messageId: TicketMessageId },
): Promise<number> {
  if (files.length === 0) return 0;
  await needs.nudge(tx, checkAttachmentsName);
  return claimUploads(
    tx,
    files.map(({ id }) => id),
    to,
  );
}
