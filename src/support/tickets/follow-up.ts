import type { Queryable } from '../../platform/database/database.ts';
import type { TicketNeeds } from './change-state.ts';
import { findTicket } from './ticket.store.ts';
import type { RequesterId, TicketId } from './ticket.ts';
import { findPartInTicket } from './ticket-reader.store.ts';
import { takesReplies } from './write-message.ts';

/**
 * The ticket that somebody asks again about, where they have part in it and it takes no replies any more. Anything else
 * that was named is nothing, and nobody is told which.
 */
export async function findFollowed(
  needs: TicketNeeds,
  db: Queryable,
  { reference, requesters }: { reference: string; requesters: readonly RequesterId[] },
): Promise<TicketId | undefined> {
  const ticket = reference ? await findTicket(db, reference.slice(0, 40)) : undefined;
  if (!ticket || takesReplies(needs, ticket)) return undefined;
  return (await findPartInTicket(db, ticket, requesters)) && ticket.id;
}
