import type { Actor } from '../../../../kernel/actor.ts';
import type { OrganisationId } from '../../../../kernel/ids.ts';
import { type Database, inTransaction } from '../../../../platform/database/database.ts';
import { answerTickets } from '../../../policy.ts';
import { aboutTicket } from '../../../tickets/about-ticket.ts';
import { announceTicket } from '../../../tickets/announce-ticket.ts';
import { type OpenTicketNeeds, openTicket } from '../../../tickets/open-ticket.ts';
import { findRequester } from '../../../tickets/requester.store.ts';
import { subjectOf, type Ticket } from '../../../tickets/ticket.ts';
import { listTicketMessages } from '../../../tickets/ticket-message.store.ts';
import { copyTicketPeople } from '../../../tickets/ticket-person.store.ts';
import { holdDeskTicket } from '../hold-desk-ticket.ts';
import { moveMessages } from '../move-messages.store.ts';

export interface SplitNeeds extends OpenTicketNeeds {
  database: Database;
}

export type SplitOutcome =
  | { outcome: 'split'; reference: string }
  | { outcome: 'closed' | 'held' | 'none-chosen' | 'all-chosen' | 'no-such-subject' };

/** Makes a ticket of its own from some messages of another: its clocks begin anew, and who asked is the same. */
export function splitTicket(
  needs: SplitNeeds,
  actor: Actor | undefined,
  asked: { reference: string; messages: readonly string[]; subject: string; title: string },
): Promise<SplitOutcome> {
  return inTransaction(needs.database, async (tx): Promise<SplitOutcome> => {
    const ticket = await holdDeskTicket(tx, actor, asked.reference);
    if (ticket.state === 'closed' || ticket.state === 'held') return { outcome: ticket.state };
    const messages = await listTicketMessages(tx, ticket.id);
    const chosen = messages.map(({ id }) => id).filter((id) => asked.messages.includes(id));
    if (chosen.length === 0) return { outcome: 'none-chosen' };
    if (chosen.length === messages.length) return { outcome: 'all-chosen' };
    const known = needs.settings.tickets.subjects.some(({ key }) => key === asked.subject);
    if (!known || !answerTickets.allows(actor, { subjectKey: asked.subject }))
      return { outcome: 'no-such-subject' };
    const requester = await findRequester(tx, ticket.requesterId);
    if (!requester) throw new Error(`ticket ${ticket.id} has no requester`);
    const fresh = await openTicket(needs, tx, {
      subject: subjectOf(needs.settings, { subjectKey: asked.subject }),
      title: asked.title,
      requester,
      channel: ticket.channel,
      isHeld: false,
      ...accountOf(ticket),
      organisationId: (ticket.organisationId as OrganisationId | null) ?? undefined,
      teamId: ticket.teamId ?? undefined,
      splitFrom: ticket.id,
      by: actor as Actor,
    });
    await copyTicketPeople(tx, ticket.id, fresh.id);
    await moveMessages(tx, { from: ticket.id, to: fresh.id, only: chosen });
    await needs.audit.record(tx, {
      action: 'ticket-split',
      actor: actor as Actor,
      ...aboutTicket(ticket),
      reason: fresh.reference,
    });
    await announceTicket(tx, ticket.id);
    return { outcome: 'split', reference: fresh.reference };
  });
}

const accountOf = ({ accountId, accountProof }: Ticket) =>
  accountId && accountProof ? { account: { id: accountId, proof: accountProof } } : {};
