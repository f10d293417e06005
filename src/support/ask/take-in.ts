import type { Tx } from '../../platform/database/database.ts';
import type { Requester } from '../tickets/requester.store.ts';
import { subjectOf, type Ticket } from '../tickets/ticket.ts';
import { issueTicketLink } from '../tickets/ticket-link.ts';
import { receivedEmail } from './ask.email.tsx';
import type { AskNeeds } from './ask.ts';
import { askWhomTheyHelp } from './ask-whom-they-help.ts';

/**
 * What follows when a question came from an address that is proven: its reference goes there, and whom it concerns is
 * asked. Gives the secret that opens it.
 */
export async function takeIn(needs: AskNeeds, tx: Tx, ticket: Ticket, requester: Requester): Promise<string> {
  const { origin, settings } = needs;
  const { kind } = subjectOf(settings, ticket);
  if (kind === 'helping-someone') await askWhomTheyHelp(needs, tx, ticket, requester);
  const { secret, expiresAt } = await issueTicketLink(needs, tx, {
    purpose: 'open',
    ticketId: ticket.id,
    requesterId: requester.id,
    life: settings.tickets.linkLife,
  });
  const { language } = requester;
  const facts = { ticket, isHelping: kind === 'helping-someone', secret, origin, settings };
  await needs.sendEmail(tx, {
    kind: 'ticket-received',
    to: requester.email,
    language,
    message: receivedEmail(facts, language),
    expiresAt,
    ...(ticket.accountId && { accountId: ticket.accountId }),
  });
  return secret;
}
