import type { Actor } from '../../kernel/actor.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { deskTicketAddress } from '../addresses.ts';
import { administrator, deskStaff } from '../policy.ts';
import { subjectOf, type Ticket } from '../tickets/ticket.ts';

/** What a ticket of a certain kind needs beside an answer, each with a page of its own. */
export type TicketStep = 'complete-registration' | 'someone-died';

/** The steps that a ticket needs, each with where; without, where it is an administrator's. */
export function ticketSteps(
  settings: Settings,
  ticket: Pick<Ticket, 'subjectKey' | 'reference'>,
  actor: Actor | undefined,
): { step: TicketStep; href: string | undefined }[] {
  const { kind } = subjectOf(settings, ticket);
  const { reference } = ticket;
  if (kind === 'registration' && settings.organisations.registration && deskStaff.admits(actor))
    return [{ step: 'complete-registration', href: deskTicketAddress(reference, 'registration') }];
  if (kind === 'someone-died') {
    const href = administrator.admits(actor) ? deskTicketAddress(reference, 'died') : undefined;
    return [{ step: 'someone-died', href }];
  }
  return [];
}
