import type { Queryable } from '../../platform/database/database.ts';
import type { SenderCheck } from '../tickets/sender-check.ts';
import { findTicket, findTicketById } from '../tickets/ticket.store.ts';
import type { RequesterId, Ticket } from '../tickets/ticket.ts';
import { isOurMessageId, type OurMail } from './classify-mail.ts';
import type { Mail } from './mail.ts';
import { findTicketOfSentEmail, findTicketOfTheirEmail, takesPart } from './thread.store.ts';

export interface FoundThread {
  ticket: Ticket;
  /** A thread that was forwarded is known to people who have no part in it. */
  isParticipant: boolean;
}

interface Letter {
  mail: Mail;
  /** The record of the sender's address, where there is one. */
  sender: RequesterId | undefined;
  check: SenderCheck;
}

/**
 * The ticket that an e-mail belongs to. Our own Message-IDs cannot be guessed, so they say which it is whoever writes;
 * what can be guessed counts only from somebody who has part in it. Nobody has part in it who is shown to be somebody else:
 * a thread that was forwarded tells both our Message-ID and in whose name to write.
 */
export async function findThread(
  db: Queryable,
  ours: OurMail,
  letter: Letter,
): Promise<FoundThread | undefined> {
  const answered = await findAnswered(db, ours, letter.mail);
  const isForged = letter.check.dmarc === 'fail';
  if (answered) return withPart(db, answered, isForged ? undefined : letter.sender);
  if (!letter.sender || isForged) return undefined;
  for (const reference of referencesIn(letter.mail.subject)) {
    const named = await findTicket(db, reference);
    const found = named && (await withPart(db, named, letter.sender));
    if (found?.isParticipant) return found;
  }
  const { answers } = letter.mail;
  const own = answers.length > 0 ? await findTicketOfTheirEmail(db, answers, letter.sender) : undefined;
  const found = own && (await withPart(db, own, letter.sender));
  return found?.isParticipant ? found : undefined;
}

async function findAnswered(db: Queryable, ours: OurMail, { answers }: Mail): Promise<Ticket | undefined> {
  for (const id of answers.filter((each) => isOurMessageId(each, ours)).slice(0, 20)) {
    const ticket = await findTicketOfSentEmail(db, id);
    if (ticket) return ticket;
  }
  return undefined;
}

const mostMerges = 20;

/** The ticket that this one became, and whether the sender has part in one of those on the way. */
async function withPart(db: Queryable, found: Ticket, sender: RequesterId | undefined): Promise<FoundThread> {
  let ticket = found;
  let isParticipant = false;
  for (let merges = 0; merges < mostMerges; merges += 1) {
    isParticipant ||= sender !== undefined && (await takesPart(db, ticket.id, sender));
    const next = ticket.mergedInto && (await findTicketById(db, ticket.mergedInto));
    if (!next) break;
    ticket = next;
  }
  return { ticket, isParticipant };
}

const referencesIn = (subject: string): string[] =>
  [...new Set(subject.toUpperCase().match(/\bGH-[2-9A-Z]{4}-[2-9A-Z]{4}\b/g) ?? [])].slice(0, 3);
