import { before, hours } from '../../kernel/duration.ts';
import type { EmailAddress } from '../../kernel/email-address.ts';
import { holdsAddress, tidyName } from '../../kernel/full-name.ts';
import { wordsIn } from '../../kernel/words.ts';
import type { Tx } from '../../platform/database/database.ts';
import { countUse } from '../../platform/limits/limit.ts';
import { openTicket } from '../tickets/open-ticket.ts';
import { findRequesterByAddress, holdRequester, type Requester } from '../tickets/requester.store.ts';
import type { SenderCheck } from '../tickets/sender-check.ts';
import { findDouble, holdTicket } from '../tickets/ticket.store.ts';
import { subjectOf, type Ticket, type TicketMessageId } from '../tickets/ticket.ts';
import { takesReplies, type WriteMessageNeeds, writeMessage } from '../tickets/write-message.ts';
import type { OurMail } from './classify-mail.ts';
import { type FoundThread, findThread } from './find-thread.ts';
import { foldQuotes } from './fold-quotes.ts';
import type { Mail, MailFile, MailInId } from './mail.ts';
import type { MailEnding } from './mail-in.store.ts';
import { mailInWords } from './mail-in.words.ts';
import { isKnownLetter } from './thread.store.ts';

/** What follows from a ticket that came by e-mail; the pages on which people ask do the same. */
export interface TellAsker {
  /** Asks the owner of the address whether they wrote. */
  askToConfirm(tx: Tx, ticket: Ticket, requester: Requester): Promise<void>;
  /** Tells them its reference. */
  tellReceived(tx: Tx, ticket: Ticket, requester: Requester): Promise<void>;
}

export interface TakeLetterNeeds extends WriteMessageNeeds {
  ourMail: OurMail;
  tellAsker: TellAsker;
  keepFiles(
    tx: Tx,
    files: readonly MailFile[],
    place: { ticketId: Ticket['id']; messageId: TicketMessageId },
  ): Promise<void>;
}

export interface Letter {
  id: MailInId;
  mail: Mail;
  from: EmailAddress;
  check: SenderCheck;
}

/** Makes a reply or a ticket of an e-mail that somebody wrote. From whom it claims to come proves no account. */
export async function takeLetter(needs: TakeLetterNeeds, tx: Tx, letter: Letter): Promise<MailEnding> {
  const { check, from, mail } = letter;
  const sender = await findRequesterByAddress(tx, from.canonical);
  if (sender && mail.messageId && (await isKnownLetter(tx, mail.messageId, sender.id)))
    return { state: 'ignored', effect: 'double' };
  const thread = await findThread(tx, needs.ourMail, { mail, sender: sender?.id, check });
  if (await isTooMuch(needs, tx, letter, thread))
    return { state: 'ignored', effect: 'too-many', ...(thread && { ticketId: thread.ticket.id }) };
  const ticket = thread?.isParticipant ? await holdTicket(tx, thread.ticket.id) : undefined;
  if (sender && ticket && takesReplies(needs, ticket)) return reply(needs, tx, ticket, sender, letter);
  return begin(needs, tx, thread, letter);
}

/**
 * Two machines that answer each other in no known way stop here. Who only claims to be somebody, or to have part in a
 * ticket, uses up nothing of theirs.
 */
async function isTooMuch(
  needs: TakeLetterNeeds,
  tx: Tx,
  { check, from }: Letter,
  thread: FoundThread | undefined,
) {
  const atMost = needs.settings.tickets.repliesPerHour;
  const limit = { window: hours(1), atMost, now: needs.clock.now() };
  const sender = needs.keyRing.mac('unknown-name', from.canonical);
  const claimed = check.dmarc === 'pass' ? 'mail-from-proven' : 'mail-from';
  const bySender = await countUse(tx, { ...limit, name: `${claimed}:${sender}` });
  const of = thread?.isParticipant ? 'mail-of-ticket' : 'mail-beside-ticket';
  const byTicket = thread && (await countUse(tx, { ...limit, name: `${of}:${thread.ticket.id}` }));
  return !bySender.allowed || byTicket?.allowed === false;
}

async function reply(
  needs: TakeLetterNeeds,
  tx: Tx,
  ticket: Ticket,
  sender: Requester,
  letter: Letter,
): Promise<MailEnding> {
  const { messageId } = await write(needs, tx, ticket, sender, letter);
  await needs.keepFiles(tx, letter.mail.files, { ticketId: ticket.id, messageId });
  return { state: 'handled', effect: 'reply', ticketId: ticket.id };
}

const write = (
  needs: TakeLetterNeeds,
  tx: Tx,
  ticket: Ticket,
  sender: Requester,
  { id, mail, check }: Letter,
) => {
  const { body, quoted } = foldQuotes(mail.text);
  return writeMessage(needs, tx, ticket, {
    kind: 'from-requester',
    channel: 'email',
    body: body || wordsOf(needs).noText,
    quoted,
    by: 'anyone',
    requesterId: sender.id,
    mail: { messageId: mail.messageId, inId: id, senderCheck: check },
  });
};

async function begin(
  needs: TakeLetterNeeds,
  tx: Tx,
  thread: FoundThread | undefined,
  letter: Letter,
): Promise<MailEnding> {
  const { check, from, mail } = letter;
  const { clock, ids, settings } = needs;
  const now = clock.now();
  const fullName = nameOf(mail, from);
  const requester = await holdRequester(tx, ids, {
    address: from,
    fullName,
    language: settings.service.language,
    now,
  });
  const title = titleOf(mail) || wordsOf(needs).noSubject;
  const subject = subjectOf(settings, { subjectKey: 'other' });
  if (!thread) {
    const since = before(now, settings.tickets.joinDoublesWithin);
    const double = await findDouble(tx, { requesterId: requester.id, subjectKey: subject.key, title, since });
    const held = double && check.dmarc !== 'fail' ? await holdTicket(tx, double.id) : undefined;
    if (held && takesReplies(needs, held)) return reply(needs, tx, held, requester, letter);
  }
  const isHeld = check.dmarc !== 'pass' || requester.confirmedAt === null;
  const ticket = await openTicket(needs, tx, {
    subject,
    title,
    requester,
    channel: 'email',
    isHeld,
    follows: thread?.isParticipant ? thread.ticket.id : undefined,
    by: 'anyone',
  });
  await reply(needs, tx, ticket, requester, letter);
  if (thread) await linkByNotes(needs, tx, thread, ticket);
  if (isHeld) await needs.tellAsker.askToConfirm(tx, ticket, requester);
  else await needs.tellAsker.tellReceived(tx, ticket, requester);
  return { state: 'handled', effect: 'new-ticket', ticketId: ticket.id };
}

async function linkByNotes(
  needs: TakeLetterNeeds,
  tx: Tx,
  { ticket: known, isParticipant }: FoundThread,
  ticket: Ticket,
) {
  const words = wordsOf(needs);
  const note = { kind: 'note', channel: 'email', by: 'system', writtenBy: null } as const;
  const body = isParticipant ? words.follows(known.reference) : words.fromElsewhere(known.reference);
  await writeMessage(needs, tx, ticket, { ...note, body });
  if (!isParticipant)
    await writeMessage(needs, tx, known, { ...note, body: words.answeredElsewhere(ticket.reference) });
}

/** A name that holds an address of its own would carry a stranger's words into our emails. */
function nameOf({ fromName }: Mail, { typed }: EmailAddress): string {
  const name = tidyName(fromName).slice(0, 100);
  return name === '' || holdsAddress(name) ? typed.slice(0, typed.lastIndexOf('@')) : name;
}

const wordsOf = ({ settings }: TakeLetterNeeds) => wordsIn(mailInWords, settings.service.language);

/** Without what mail programs put before it, in any of the languages they commonly speak. */
const titleOf = ({ subject }: Mail): string =>
  subject
    .replace(/^(\s*(re|aw|wg|sv|vs|antw|tr|fwd?|ateb|ymlaen)\s*(\[\d+\])?\s*:\s*)+/i, '')
    .trim()
    .slice(0, 200)
    .trim();
