import type { Clock } from '../kernel/clock.ts';
import { readEmailAddress } from '../kernel/email-address.ts';
import type { AccountId, Ids, MessageId, OrganisationId } from '../kernel/ids.ts';
import type { KeyRing } from '../kernel/key-ring.ts';
import type { Tx } from '../platform/database/database.ts';
import type { Nudge } from '../platform/jobs/due-work.ts';
import { type Thread, textOfThread } from './mail-thread.ts';
import { addMessage } from './outbox.store.ts';
import { sealContent, sealPreview } from './sealed-content.ts';

/** An e-mail or text to send. Content is encrypted at rest, and erased once sent or expired. */
export interface Message {
  /** What it is, for staff and statistics, like `reset-link`; never personal. */
  kind: string;
  channel: Channel;
  to: string;
  subject: string;
  html: string;
  text: string;
  /** What it says with its links and codes hidden; kept after it is sent, for staff who are asked about it. */
  preview?: string;
  thread?: Thread;
  accountId?: AccountId;
  organisationId?: OrganisationId;
  /** After this it is not worth sending, such as when its link has expired. */
  expiresAt: Date;
}

export type Channel = 'email' | 'sms';

export interface Outbox {
  /** Writes the message in the change's own transaction; delivery follows the commit. */
  put(tx: Tx, message: Message): Promise<MessageId>;
}

export interface OutboxNeeds {
  clock: Clock;
  ids: Ids;
  keyRing: KeyRing;
  nudge: Nudge;
  /** The right-hand side of every Message-ID. */
  mailDomain: string;
}

export const deliveryName = 'deliver-messages';

export const createOutbox = (needs: OutboxNeeds): Outbox => ({
  put: async (tx, message) => {
    refuseSmuggledHeaders(message);
    const id = needs.ids.next<'message'>();
    await addMessage(tx, {
      id,
      message,
      keyVersion: needs.keyRing.newest,
      content: sealContent(needs.keyRing, id, message),
      preview: sealPreview(needs.keyRing, id, message),
      messageId: `<${id}@${needs.mailDomain}>`,
      now: needs.clock.now(),
    });
    await needs.nudge(tx, deliveryName);
    return id;
  },
});

/** A line break would end the header it stands in and begin one of somebody else's choosing. */
function refuseSmuggledHeaders({ channel, to, subject, thread }: Message): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\u0000-\u001f\u007f\u0085\u2028\u2029]/.test(to + subject + textOfThread(thread)))
    throw new Error('a message’s recipient, subject and thread must each be one line');
  if (channel === 'email' && !readEmailAddress(to))
    throw new Error('an e-mail goes to exactly one well-formed address');
  if (channel === 'sms' && !/^\+[1-9]\d{6,14}$/.test(to))
    throw new Error('a text goes to one number in E.164');
}
