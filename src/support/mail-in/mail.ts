import type { EmailAddress } from '../../kernel/email-address.ts';
import type { Id } from '../../kernel/ids.ts';

/** The work that makes something of mail that was fetched. */
export const handleMailName = 'handle-mail';

export type MailInId = Id<'mail-in'>;

/** A file that came with an e-mail. */
export interface MailFile {
  name: string;
  content: Buffer;
}

/** An e-mail as it was understood; nothing of it is proven. */
export interface Mail {
  /** The one sender; undefined when it names none, or several. */
  from: EmailAddress | undefined;
  fromName: string;
  subject: string;
  messageId: string | null;
  /** The Message-IDs it says it answers, nearest first. */
  answers: readonly string[];
  /** All of its headers by lower-case name, unfolded. */
  headers: ReadonlyMap<string, readonly string[]>;
  /** What it says, from its HTML where it holds no plain text. */
  text: string;
  files: readonly MailFile[];
  /** The answer to a meeting, made by a calendar. */
  isCalendarAnswer: boolean;
  /** What a mail server tells machines about another e-mail; undefined when it holds nothing of that kind. */
  deliveryStatus: string | undefined;
  /** The headers or the whole of other e-mails that it carries, as text. */
  carried: string;
}

export const headerOf = (mail: Pick<Mail, 'headers'>, name: string): string =>
  mail.headers.get(name)?.[0]?.trim() ?? '';

export const hasHeader = (mail: Pick<Mail, 'headers'>, name: string): boolean => mail.headers.has(name);
