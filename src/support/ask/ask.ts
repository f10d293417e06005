import type { Actor } from '../../kernel/actor.ts';
import { before } from '../../kernel/duration.ts';
import type { EmailAddress } from '../../kernel/email-address.ts';
import { type Language, wordsIn } from '../../kernel/words.ts';
import { type Database, inTransaction, type Tx } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import type { TicketSubject } from '../../platform/settings/support-settings.ts';
import { findFollowed } from '../tickets/follow-up.ts';
import { type OpenTicketNeeds, openTicket } from '../tickets/open-ticket.ts';
import {
  callUnproven,
  holdRequester,
  markRequesterConfirmed,
  type Requester,
} from '../tickets/requester.store.ts';
import { saidAnswersWords } from '../tickets/said-answers.words.ts';
import type { NoticeId, Ticket, TicketMessageId } from '../tickets/ticket.ts';
import { listOwnRequesters } from '../tickets/ticket-reader.store.ts';
import { type WriteMessageNeeds, writeMessage } from '../tickets/write-message.ts';
import { findSameWords } from './ask.store.ts';
import type { KnownAsker } from './asker.ts';
import { fullUntil, type LimitAskingNeeds, mayWriteTo, ownerFullUntil } from './limit-asking.ts';
import { sendConfirmation } from './send-confirmation.ts';
import { takeIn } from './take-in.ts';
import { type Written, writtenFrom } from './written.ts';

export interface AskNeeds extends OpenTicketNeeds, WriteMessageNeeds, LimitAskingNeeds {
  database: Database;
  settings: Settings;
}

export interface AskedNow {
  subject: TicketSubject;
  fullName: string;
  address: EmailAddress;
  answers: Readonly<Record<string, string>>;
  noticeId: NoticeId | undefined;
  /** The reference of the closed ticket it asks again about; it counts only where they have part in that. */
  follows: string;
  known: KnownAsker | undefined;
  language: Language;
  clientNetwork: string;
  /** What the files that came along are called. */
  fileNames: readonly string[];
  /** Writes them down, in the same transaction. */
  keepFiles?: (tx: Tx, ticket: Ticket, messageId: TicketMessageId) => Promise<void>;
}

export type AskOutcome =
  | { outcome: 'held'; ticket: Ticket }
  | { outcome: 'received'; ticket: Ticket }
  | { outcome: 'too-many'; until: Date };

/**
 * Takes a question. A stranger's is held until they confirm their address, with the same steps for any address; whoever
 * is logged in has proven theirs. The same words again within minutes are the same ticket.
 */
export async function ask(needs: AskNeeds, asked: AskedNow): Promise<AskOutcome> {
  const until = asked.known
    ? await ownerFullUntil(needs, needs.database, asked.address.canonical)
    : await fullUntil(needs, needs.database, asked.clientNetwork);
  if (until) return { outcome: 'too-many', until };
  return inTransaction(needs.database, async (tx) => {
    const requester = await holdAsker(needs, tx, asked);
    const written = writtenFrom(asked.subject, asked.answers, wordsIn(saidAnswersWords, asked.language));
    const same = await findSame(needs, tx, requester, asked, written);
    if (same) return outcomeOf(asked, same);
    const ticket = await open(needs, tx, requester, asked, written);
    if (asked.known) await takeIn(needs, tx, ticket, requester);
    else if (await mayWriteTo(needs, tx, requester.canonical))
      await sendConfirmation(needs, tx, ticket, requester);
    return outcomeOf(asked, ticket);
  });
}

/** To whom it was sent is told whether it waits for them by how they asked alone. */
const outcomeOf = ({ known }: AskedNow, ticket: Ticket): AskOutcome => ({
  outcome: known ? 'received' : 'held',
  ticket,
});

async function holdAsker(needs: AskNeeds, tx: Tx, asked: AskedNow): Promise<Requester> {
  const { address, fullName, language, known } = asked;
  const now = needs.clock.now();
  const { id } = await holdRequester(tx, needs.ids, { address, fullName, language, now });
  const requester = await callUnproven(tx, id, fullName);
  if (known) await markRequesterConfirmed(tx, id, now);
  return requester;
}

/** Strangers join only what strangers sent: nobody learns of another's by sending the same words. */
const findSame = (needs: AskNeeds, tx: Tx, requester: Requester, asked: AskedNow, written: Written) =>
  findSameWords(tx, {
    requesterId: requester.id,
    subjectKey: asked.subject.key,
    title: written.title,
    body: written.body,
    answers: asked.answers,
    fileNames: asked.fileNames,
    isHeld: !asked.known,
    since: before(needs.clock.now(), needs.settings.tickets.joinDoublesWithin),
  });

async function open(
  needs: AskNeeds,
  tx: Tx,
  requester: Requester,
  asked: AskedNow,
  { title, body, priority }: Written,
): Promise<Ticket> {
  const { known, subject, answers, noticeId, clientNetwork } = asked;
  const by: Actor | 'anyone' = known?.actor ?? 'anyone';
  const account = known?.accountId && ({ id: known.accountId, proof: 'session' } as const);
  const requesters = [requester.id, ...(known ? await listOwnRequesters(tx, known.actor) : [])];
  const follows = await findFollowed(needs, tx, { reference: asked.follows, requesters });
  const ticket = await openTicket(needs, tx, {
    follows,
    ...{ subject, title, answers, requester, noticeId, priority, by, clientNetwork },
    channel: 'web',
    isHeld: !known,
    organisationId: known?.organisationId,
    ...(account && { account }),
  });
  const from = { kind: 'from-requester', channel: 'web', body, by, requesterId: requester.id } as const;
  const message = await writeMessage(needs, tx, ticket, from);
  await asked.keepFiles?.(tx, message.ticket, message.messageId);
  return message.ticket;
}
