import type { Actor } from '../../kernel/actor.ts';
import type { RequesterId, TicketId } from './ticket.ts';

/**
 * Who of the public asks: whose tickets they may read, by a session, or one ticket by the link of an email. `isProven`
 * is what documents need: a session, or a code that was sent by email after the link was followed.
 */
export interface TicketReader {
  /** Logged in to support or to the portal; undefined for whoever came by a link. */
  actor: Actor | undefined;
  /** The records of addresses that are theirs. */
  requesterIds: readonly RequesterId[];
  /** The one ticket that a link opened. */
  onlyTicket: TicketId | undefined;
  isProven: boolean;
}
