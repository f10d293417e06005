import type { AccountId, OrganisationId } from '../kernel/ids.ts';
import type { Tx } from '../platform/database/database.ts';

/** An e-mail or text to send. Content is encrypted at rest, and erased once sent or expired. */
export interface Message {
  /** What it is, for staff and statistics, like `reset-link`; never personal. */
  kind: string;
  channel: 'email' | 'sms';
  to: string;
  subject: string;
  html: string;
  text: string;
  accountId?: AccountId;
  organisationId?: OrganisationId;
  /** After this it is not worth sending, such as when its link has expired. */
  expiresAt: Date;
}

export interface Outbox {
  /** Writes the message in the change's own transaction; delivery follows the commit. */
  put(tx: Tx, message: Message): Promise<void>;
}
