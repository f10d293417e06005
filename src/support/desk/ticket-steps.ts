import type { Actor } from '../../kernel/actor.ts';
import { findRegistrationMade, type MadeRegistration } from '../../organisations/index.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { deskTicketAddress } from '../addresses.ts';
import { administrator, deskStaff } from '../policy.ts';
import { subjectOf, type Ticket } from '../tickets/ticket.ts';

/** What a ticket of a certain kind needs beside an answer, each with a page of its own. */
export type TicketStep =
  /** Without an address, where it is an administrator's. */
  | { step: 'complete-registration' | 'someone-died'; href: string | undefined }
  /** Done: what it became. */
  | { step: 'became'; made: MadeRegistration };

/** The steps that a ticket needs, each with where. */
export async function ticketSteps(
  { database, settings }: { database: Database; settings: Settings },
  ticket: Pick<Ticket, 'id' | 'subjectKey' | 'reference'>,
  actor: Actor | undefined,
): Promise<TicketStep[]> {
  const { kind } = subjectOf(settings, ticket);
  const { reference } = ticket;
  if (kind === 'registration' && settings.organisations.registration && deskStaff.admits(actor)) {
    const made = await findRegistrationMade(database, ticket.id);
    if (made) return [{ step: 'became', made }];
    return [{ step: 'complete-registration', href: deskTicketAddress(reference, 'registration') }];
  }
  if (kind === 'someone-died') {
    const href = administrator.admits(actor) ? deskTicketAddress(reference, 'died') : undefined;
    return [{ step: 'someone-died', href }];
  }
  return [];
}
