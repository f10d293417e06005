import { hashOfSecret } from '../../kernel/secrets.ts';
import { inTransaction } from '../../platform/database/database.ts';
import { findRequester, markRequesterConfirmed } from '../tickets/requester.store.ts';
import { findTicketById, holdTicket } from '../tickets/ticket.store.ts';
import type { Ticket } from '../tickets/ticket.ts';
import { consumeTicketLink } from '../tickets/ticket-link.store.ts';
import { readTicketLink, type TicketLinkState } from '../tickets/ticket-link.ts';
import { addTicketPerson, saveAgreement } from '../tickets/ticket-person.store.ts';
import type { AskNeeds } from './ask.ts';

/** Who wants to help, as whoever is asked reads it. */
export interface WhoHelps {
  name: string;
  email: string;
}

export type ReadAgreement =
  | { outcome: 'asked'; who: WhoHelps }
  | { outcome: 'link-not-live'; state: TicketLinkState };

/** Looks at what somebody is asked to agree to, and changes nothing. */
export async function readAgreement(needs: AskNeeds, secret: string): Promise<ReadAgreement> {
  const { link, state } = await readTicketLink(needs, secret, 'agree');
  const ticket = link?.ticketId && (await findTicketById(needs.database, link.ticketId));
  const helper = ticket && (await findRequester(needs.database, ticket.requesterId));
  if (!helper || state !== 'live' || ticket.state === 'closed') return { outcome: 'link-not-live', state };
  return { outcome: 'asked', who: { name: helper.fullName, email: helper.email } };
}

export type AgreeOutcome =
  | { outcome: 'agreed'; ticket: Ticket }
  | { outcome: 'refused' }
  | { outcome: 'link-not-live'; state: TicketLinkState };

/** Writes down whether somebody may be helped, once. Only staff see a refusal; an agreement lets the helper read answers. */
export async function answerAgreement(
  needs: AskNeeds,
  { secret, agrees }: { secret: string; agrees: boolean },
): Promise<AgreeOutcome> {
  const { link: asked, state } = await readTicketLink(needs, secret, 'agree');
  if (!asked?.ticketId) return { outcome: 'link-not-live', state };
  const { ticketId } = asked;
  return inTransaction(needs.database, async (tx) => {
    const now = needs.clock.now();
    const ticket = await holdTicket(tx, ticketId);
    const link = await consumeTicketLink(tx, hashOfSecret(secret), 'agree', now);
    if (!link || !ticket || ticket.state === 'closed') return { outcome: 'link-not-live', state };
    const person = { ticketId: ticket.id, requesterId: link.requesterId };
    if (!(await saveAgreement(tx, person, agrees, now))) return { outcome: 'link-not-live', state };
    await markRequesterConfirmed(tx, link.requesterId, now);
    if (agrees)
      await addTicketPerson(tx, {
        ...{ ticketId: ticket.id, requesterId: ticket.requesterId, part: 'helper', now },
        hasAgreed: true,
      });
    await needs.audit.record(tx, {
      action: agrees ? 'ticket-person-agreed' : 'ticket-person-refused',
      actor: 'anyone',
      record: { type: 'ticket', id: ticket.id },
    });
    return agrees ? { outcome: 'agreed', ticket } : { outcome: 'refused' };
  });
}
