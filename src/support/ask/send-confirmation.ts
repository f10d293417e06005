import type { Tx } from '../../platform/database/database.ts';
import type { Requester } from '../tickets/requester.store.ts';
import type { Ticket } from '../tickets/ticket.ts';
import { issueTicketLink } from '../tickets/ticket-link.ts';
import { confirmEmail } from './ask.email.tsx';
import type { AskNeeds } from './ask.ts';

/** Asks the owner of an address whether they asked. Nothing of what was typed goes along, not even a name. */
export async function sendConfirmation(
  needs: AskNeeds,
  tx: Tx,
  ticket: Ticket,
  requester: Requester,
): Promise<void> {
  const { origin, settings } = needs;
  const { language } = requester;
  const { secret, code, expiresAt } = await issueTicketLink(needs, tx, {
    purpose: 'confirm',
    ticketId: ticket.id,
    requesterId: requester.id,
    life: settings.tickets.confirmLife,
  });
  await needs.sendEmail(tx, {
    kind: 'ticket-confirm',
    to: requester.email,
    language,
    message: confirmEmail({ secret, code, origin, settings }, language),
    expiresAt,
  });
}
