import type { AccountId } from '../../kernel/ids.ts';
import type { FileId } from '../../platform/files/index.ts';
import type { AttachmentId, TicketId, TicketMessageId } from '../tickets/ticket.ts';

/** `waiting` to be looked at, `clean` and given out, `held` until senior staff decide, `refused` for good. */
export type AttachmentState = 'waiting' | 'clean' | 'held' | 'refused';

/** Why a file is not taken at all. */
export const refusals = [
  'too-large',
  'too-many',
  'too-many-from-here',
  'too-many-now',
  'empty',
  'active-content',
  'program',
  'archive',
  'other-kind',
  'too-many-pixels',
  'unreadable-picture',
  'infected',
] as const;
export type Refusal = (typeof refusals)[number];

/** Why senior staff have to decide about a file, or what they should know of one that is given out. */
export const cautions = [
  'scanner-unreachable',
  'scanner-odd-answer',
  'macros',
  'old-office',
  'could-not-be-read',
  'not-scanned',
  'released',
] as const;
export type Caution = (typeof cautions)[number];

export interface Attachment {
  id: AttachmentId;
  ticketId: TicketId | null;
  messageId: TicketMessageId | null;
  /** Nothing is kept of one that is refused. */
  fileId: FileId | null;
  name: string;
  /** By its content. */
  kind: string;
  size: number;
  state: AttachmentState;
  /** A refusal or a caution; after `infected` the name that the scanner gave it. */
  because: string | null;
  releasedBy: AccountId | null;
  attempts: number;
  createdAt: Date;
}

/** `infected: NAME` without the name. */
export const reasonOf = ({ because }: Pick<Attachment, 'because'>): string | undefined =>
  because?.split(':')[0] ?? undefined;
