import type { Audit } from '../../audit/index.ts';
import { before, minutes, seconds } from '../../kernel/duration.ts';
import { type Database, inTransaction, type Tx } from '../../platform/database/database.ts';
import type { FileStore } from '../../platform/files/index.ts';
import type { DueWork } from '../../platform/jobs/index.ts';
import type { Scanner } from '../../platform/scanner/index.ts';
import { aboutTicket } from '../tickets/about-ticket.ts';
import { findTicketById } from '../tickets/ticket.store.ts';
import type { Attachment } from './attachment.ts';
import { type LookedInto, leaseAttachment, saveLookedInto } from './check-attachments.store.ts';
import { lookInto } from './look-into.ts';

export const checkAttachmentsName = 'check-attachments';

export interface CheckAttachmentsNeeds {
  audit: Audit;
  database: Database;
  files: FileStore;
  /** None where the operator set none up. */
  scanner: Scanner | undefined;
}

/** Longer than the scanner and the painting of a picture take together. */
const lease = minutes(5);
const retryAfter = seconds(55);

/** Looks into what people sent, one file after the other: is it what it seems, and does it carry a virus. */
export const checkAttachmentsWork = (needs: CheckAttachmentsNeeds): DueWork => ({
  name: checkAttachmentsName,
  every: minutes(1),
  runDue: async (now) => {
    let settled = 0;
    for (;;) {
      const times = { now, leasedBefore: before(now, lease), retryBefore: before(now, retryAfter) };
      const file = await leaseAttachment(needs.database, times);
      if (!file) return settled;
      const found = await lookInto(needs, file);
      await settle(needs, file, found);
      // Nothing else is sent to a scanner that cannot be reached: everything waits until the next look.
      if (found.because === 'scanner-unreachable') return settled;
      settled += 1;
    }
  },
});

async function settle(needs: CheckAttachmentsNeeds, file: Attachment, found: LookedInto): Promise<void> {
  await inTransaction(needs.database, async (tx) => {
    if (!(await saveLookedInto(tx, file, found))) {
      if (found.fileId && found.fileId !== file.fileId) await needs.files.remove(tx, found.fileId);
      return;
    }
    if (file.fileId && found.fileId !== file.fileId) await needs.files.remove(tx, file.fileId);
    if (found.state !== file.state && found.state !== 'clean') await record(needs, tx, file, found);
  });
}

async function record(needs: CheckAttachmentsNeeds, tx: Tx, file: Attachment, found: LookedInto) {
  const ticket = file.ticketId && (await findTicketById(tx, file.ticketId));
  if (!ticket) return;
  await needs.audit.record(tx, {
    action: found.state === 'held' ? 'attachment-held' : 'attachment-refused',
    actor: 'system',
    ...aboutTicket(ticket),
    ...(found.because !== null && { reason: found.because }),
  });
}
