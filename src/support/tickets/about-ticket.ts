import type { AccountId, OrganisationId } from '../../kernel/ids.ts';
import type { TicketId } from './ticket.ts';

interface Recorded {
  id: TicketId;
  accountId: AccountId | null;
  organisationId: OrganisationId | null;
}

/** What an event on a ticket is about, as the record names it: the ticket, whose account and which organisation. */
export const aboutTicket = ({ id, accountId, organisationId }: Recorded) => ({
  record: { type: 'ticket', id },
  ...(accountId && { subject: accountId }),
  ...(organisationId && { organisation: organisationId }),
});
