import type { AccountId, MessageId } from '../kernel/ids.ts';
import type { Tx } from '../platform/database/database.ts';
import type { Outbox } from './outbox.ts';

export interface Text {
  /** What it is, for staff and statistics, like `log-in-code`; never personal. */
  kind: string;
  /** The number in E.164. */
  to: string;
  text: string;
  accountId?: AccountId;
  /** After this it is not worth sending. */
  expiresAt: Date;
}

/** Puts a text message in the outbox with the change that causes it; the id finds what became of it. */
export type SendText = (tx: Tx, text: Text) => Promise<MessageId>;

export const createSendText =
  ({ outbox }: { outbox: Outbox }): SendText =>
  (tx, text) =>
    outbox.put(tx, { ...text, channel: 'sms', subject: '', html: '' });
