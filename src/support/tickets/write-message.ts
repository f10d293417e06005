import type { AuditEvent } from '../../audit/index.ts';
import type { AccountId, Ids } from '../../kernel/ids.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import type { SendEmail, Thread } from '../../notifications/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Mailbox } from '../mail-in/mailbox.ts';
import { aboutTicket } from './about-ticket.ts';
import { changeState, type TicketNeeds } from './change-state.ts';
import { answerEmail, helperWaitsEmail } from './ticket.email.tsx';
import type { RequesterId, Ticket, TicketChannel, TicketMessageId, TicketState } from './ticket.ts';
import { issueTicketLink } from './ticket-link.ts';
import { addTicketMessage, listReaders, saveOutboxId } from './ticket-message.store.ts';
import { waitsForAgreement } from './ticket-person.store.ts';
import { listMailOfTicket } from './ticket-thread.store.ts';

export interface WriteMessageNeeds extends TicketNeeds {
  ids: Ids;
  keyRing: KeyRing;
  /** Where replies by email are read, if anywhere. */
  mailbox: Mailbox | undefined;
  origin: string;
  secrets: Secrets;
  sendEmail: SendEmail;
}

interface Written {
  channel: TicketChannel;
  body: string;
  /** What a mail repeated of earlier ones; shown folded. */
  quoted?: string | undefined;
  by: AuditEvent['actor'];
}

export interface FromRequester extends Written {
  kind: 'from-requester';
  requesterId: RequesterId;
  mail?: { messageId: string | null; inId: string; senderCheck: object };
}

export interface FromSupport extends Written {
  kind: 'from-support';
  writtenBy: AccountId;
  /** The state it leaves the ticket in; the requester's turn unless given. */
  leaves?: TicketState;
}

export interface Note extends Written {
  kind: 'note';
  /** Nobody's: written by the system. */
  writtenBy: AccountId | null;
}

export interface WrittenMessage {
  ticket: Ticket;
  messageId: TicketMessageId;
}

/**
 * Writes a message on a ticket that is held by this transaction, and takes the ticket to where it then is: an answer
 * makes it the requester's turn and goes to them by email, a reply makes it ours and reopens what was solved, a note
 * changes nothing. The caller has asked `takesReplies` first.
 */
export async function writeMessage(
  needs: WriteMessageNeeds,
  tx: Tx,
  ticket: Ticket,
  message: FromRequester | FromSupport | Note,
): Promise<WrittenMessage> {
  const id = needs.ids.next<'ticket-message'>();
  const mail = message.kind === 'from-requester' ? message.mail : undefined;
  await addTicketMessage(tx, {
    id,
    ticketId: ticket.id,
    kind: message.kind,
    channel: message.channel,
    writtenBy: message.kind === 'from-requester' ? null : message.writtenBy,
    requesterId: message.kind === 'from-requester' ? message.requesterId : null,
    body: message.body,
    quoted: message.quoted ?? null,
    mailMessageId: mail?.messageId ?? null,
    senderCheck: mail?.senderCheck ?? null,
    mailInId: mail?.inId ?? null,
    now: needs.clock.now(),
  });
  await needs.audit.record(tx, {
    action: actions[message.kind],
    actor: message.by,
    ...aboutTicket(ticket),
  });
  if (message.kind === 'note') return { ticket, messageId: id };
  const to =
    message.kind === 'from-requester' ? afterReply(ticket.state) : (message.leaves ?? 'waiting-for-you');
  const by = message.kind === 'from-requester' ? 'requester' : 'support';
  const changed = await changeState(needs, tx, ticket, { to, by: message.by, message: by });
  if (message.kind === 'from-support') await tellReaders(needs, tx, changed, id, message.body);
  return { ticket: changed, messageId: id };
}

const actions = {
  'from-requester': 'ticket-reply',
  'from-support': 'ticket-answered',
  note: 'ticket-note',
} as const;

/** Whoever writes again after it closed asks anew; who writes again after it was solved, within the time, reopens it. */
export const takesReplies = (needs: TicketNeeds, ticket: Ticket): boolean =>
  ticket.state !== 'closed' &&
  (ticket.solvedAt === null ||
    ticket.state !== 'solved' ||
    needs.clock.now().getTime() - ticket.solvedAt.getTime() < needs.settings.tickets.reopenWithin);

const afterReply = (state: TicketState): TicketState =>
  state === 'held' || state === 'new' ? state : 'waiting-for-us';

/**
 * The first reader's email is the one that the message's delivery is read from. Who helps somebody that has not agreed
 * reads nothing of an answer.
 */
async function tellReaders(
  needs: WriteMessageNeeds,
  tx: Tx,
  ticket: Ticket,
  messageId: TicketMessageId,
  body: string,
): Promise<void> {
  const readers = await listReaders(tx, ticket.id);
  const helperWaits = await waitsForAgreement(tx, ticket.id);
  const own = readers.filter(({ id }) => id === ticket.requesterId);
  for (const reader of [...own, ...readers.filter(({ id }) => id !== ticket.requesterId)]) {
    const { linkLife } = needs.settings.tickets;
    const purpose = { purpose: 'open', ticketId: ticket.id, requesterId: reader.id, life: linkLife } as const;
    const { secret, expiresAt } = await issueTicketLink(needs, tx, purpose);
    const { origin, settings } = needs;
    const about = { reference: ticket.reference, secret, origin, settings };
    const answer = {
      ...about,
      body,
      isSolved: ticket.state === 'solved',
      takesMail: needs.mailbox !== undefined,
    };
    const isTold = reader.id !== ticket.requesterId || !helperWaits;
    const outboxId = await needs.sendEmail(tx, {
      kind: isTold ? 'ticket-answered' : 'ticket-helper-waits',
      to: reader.email,
      language: reader.language,
      message: isTold ? answerEmail(answer, reader.language) : helperWaitsEmail(about, reader.language),
      thread: await threadOf(needs, tx, ticket, reader.id),
      expiresAt,
      ...(reader.id === ticket.requesterId && ticket.accountId && { accountId: ticket.accountId }),
    });
    if (reader === (own[0] ?? readers[0])) await saveOutboxId(tx, messageId, outboxId);
  }
}

/** Answers by email come to support, and stand beside what they answer in the reader's mailbox. */
async function threadOf(
  { settings }: WriteMessageNeeds,
  tx: Tx,
  ticket: Ticket,
  reader: RequesterId,
): Promise<Thread> {
  const mails = await listMailOfTicket(tx, ticket.id, reader);
  const inReplyTo = mails.findLast(({ isTheirs }) => isTheirs)?.messageId;
  return {
    replyTo: settings.support.email,
    references: mails.map(({ messageId }) => messageId),
    ...(inReplyTo !== undefined && { inReplyTo }),
  };
}
