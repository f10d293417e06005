import type { AccountId, MessageId, OrganisationId } from '../kernel/ids.ts';
import type { Language } from '../kernel/words.ts';
import type { Tx } from '../platform/database/database.ts';
import { type EmailMessage, previewEmail, renderEmail } from '../ui/index.ts';
import type { Thread } from './mail-thread.ts';
import type { Outbox } from './outbox.ts';

export interface Email {
  /** What it is, for staff and statistics, like `reset-link`; never personal. */
  kind: string;
  to: string;
  language: Language;
  message: EmailMessage;
  thread?: Thread;
  accountId?: AccountId;
  organisationId?: OrganisationId;
  expiresAt: Date;
}

/** Renders an e-mail in its reader's language and puts it in the outbox with the change that causes it. */
export type SendEmail = (tx: Tx, email: Email) => Promise<MessageId>;

export const createSendEmail =
  (needs: { outbox: Outbox; serviceName: string; origin: string }): SendEmail =>
  async (tx, { message, language, ...email }) => {
    const frame = { serviceName: needs.serviceName, origin: needs.origin, language };
    const letter = { ...email, channel: 'email', subject: message.subject } as const;
    const preview = email.accountId && { preview: previewEmail(message, frame) };
    return needs.outbox.put(tx, { ...letter, ...renderEmail(message, frame), ...preview });
  };
