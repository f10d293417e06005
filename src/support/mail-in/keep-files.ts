import { wordsIn } from '../../kernel/words.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Nudge } from '../../platform/jobs/index.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { addAttachment } from '../attachments/attachment.store.ts';
import { checkAttachmentsName } from '../attachments/check-attachments.ts';
import { type TakeFileNeeds, takeFileOfMessage } from '../attachments/take-file.ts';
import type { TicketId, TicketMessageId } from '../tickets/ticket.ts';
import type { MailFile } from './mail.ts';
import { mailInWords } from './mail-in.words.ts';

export interface KeepFilesNeeds extends TakeFileNeeds {
  nudge: Nudge;
  settings: Pick<Settings, 'tickets' | 'service'>;
}

interface Place {
  ticketId: TicketId;
  messageId: TicketMessageId;
}

/** However many more there are, so many are named. */
const mostNamed = 20;

/** Keeps the files of an e-mail with its message; those past the limit leave their names and that they were too many. */
export async function keepFiles(
  needs: KeepFilesNeeds,
  tx: Tx,
  files: readonly MailFile[],
  place: Place,
): Promise<void> {
  if (files.length === 0) return;
  const { atMost } = needs.settings.tickets.attachments;
  const unnamed = wordsIn(mailInWords, needs.settings.service.language).unnamedFile;
  for (const { name, content } of files.slice(0, atMost))
    await takeFileOfMessage(needs, tx, {
      fileName: name,
      content: partsOf(content),
      size: content.length,
      unnamed,
      of: place,
    });
  for (const file of files.slice(atMost, atMost + mostNamed))
    await nameRefused(needs, tx, { ...file, name: file.name || unnamed }, place);
  await needs.nudge(tx, checkAttachmentsName);
}

const nameRefused = ({ clock, ids }: KeepFilesNeeds, tx: Tx, { name, content }: MailFile, place: Place) =>
  addAttachment(tx, {
    ...place,
    id: ids.next<'attachment'>(),
    fileId: null,
    name: name.slice(0, 200),
    kind: 'application/octet-stream',
    size: content.length,
    state: 'refused',
    because: 'too-many',
    releasedBy: null,
    attempts: 0,
    createdAt: clock.now(),
  });

async function* partsOf(content: Buffer): AsyncGenerator<Buffer> {
  yield content;
}
