import type { Clock } from '../../kernel/clock.ts';
import type { Ids } from '../../kernel/ids.ts';
import type { Queryable } from '../../platform/database/database.ts';
import type { FileStore } from '../../platform/files/index.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import type { AttachmentId, TicketId, TicketMessageId } from '../tickets/ticket.ts';
import { addAttachment } from './attachment.store.ts';
import type { Attachment, Refusal } from './attachment.ts';
import { findKind } from './find-kind.ts';
import { extensionFor, kindOf } from './kinds.ts';
import { hasTooManyPixels } from './picture.ts';
import { safeName } from './safe-name.ts';
import { watchContent } from './watch-content.ts';

export interface TakeFileNeeds {
  clock: Clock;
  files: FileStore;
  ids: Ids;
  settings: Pick<Settings, 'tickets'>;
}

export interface NewFile {
  fileName: string;
  content: AsyncIterable<Uint8Array>;
  /** What a file is called whose name says nothing. */
  unnamed: string;
  /** Asked once all of it was read. */
  isTooLarge?(): boolean;
  /** Known where it comes with its message, as by email. */
  of?: { ticketId: TicketId; messageId: TicketMessageId };
}

export type TakeOutcome = { taken: AttachmentId } | { refused: Refusal };

export const mostBytes = ({ tickets }: TakeFileNeeds['settings']): number =>
  tickets.attachments.megabytes * 1024 * 1024;

/** Keeps a file in quarantine and says what it is by its content; of one that is refused nothing is kept. */
export async function takeFile(needs: TakeFileNeeds, db: Queryable, file: NewFile): Promise<TakeOutcome> {
  const { content, seen } = watchContent(file.content);
  const put = await needs.files.put(db, content, { atMost: mostBytes(needs.settings) });
  if (put.outcome === 'too-large') return { refused: 'too-large' };
  const found = file.isTooLarge?.()
    ? ({ refused: 'too-large' } as const)
    : await findKind(seen, file.fileName, () => needs.files.read(db, put.id));
  const refused = 'refused' in found ? found.refused : await refusedPicture(found.kind, seen.head);
  if ('refused' in found || refused) {
    await needs.files.remove(db, put.id);
    return { refused: refused ?? 'other-kind' };
  }
  const attachment = newAttachment(needs, file, found.kind);
  await addAttachment(db, { ...attachment, fileId: put.id, size: put.size });
  return { taken: attachment.id };
}

const refusedPicture = async (kind: string, head: Uint8Array): Promise<Refusal | undefined> =>
  kindOf(kind)?.isPicture && (await hasTooManyPixels(head)) ? 'too-many-pixels' : undefined;

function newAttachment(
  { clock, ids }: TakeFileNeeds,
  file: Omit<NewFile, 'content'>,
  kind: string,
): Attachment {
  return {
    id: ids.next<'attachment'>(),
    ticketId: file.of?.ticketId ?? null,
    messageId: file.of?.messageId ?? null,
    fileId: null,
    name: safeName(file.fileName, (named) => extensionFor(kind, named), file.unnamed),
    kind,
    size: 0,
    state: 'waiting',
    because: null,
    releasedBy: null,
    attempts: 0,
    createdAt: clock.now(),
  };
}

interface FileOfMessage extends NewFile {
  of: { ticketId: TicketId; messageId: TicketMessageId };
  size: number;
}

/**
 * Keeps a file that came with its message, as by email. There is no form to refuse it in, so one that is refused leaves
 * its name and the reason at the message.
 */
export async function takeFileOfMessage(
  needs: TakeFileNeeds,
  db: Queryable,
  file: FileOfMessage,
): Promise<void> {
  const taken = await takeFile(needs, db, file);
  if ('refused' in taken) await nameRefusedFile(needs, db, file, taken.refused);
}

/** Leaves at a message that there was a file, what it was called and why it was not kept. */
export async function nameRefusedFile(
  needs: TakeFileNeeds,
  db: Queryable,
  file: Omit<FileOfMessage, 'content'>,
  because: Refusal,
): Promise<void> {
  const kind = 'application/octet-stream';
  const name = safeName(file.fileName, (named) => named || extensionFor(kind, ''), file.unnamed);
  const attachment = newAttachment(needs, file, kind);
  await addAttachment(db, { ...attachment, name, size: file.size, state: 'refused', because });
}
