import type { Tx } from '../../platform/database/database.ts';
import { announce } from '../../platform/live/index.ts';
import type { TicketId } from './ticket.ts';

/** What whoever has a ticket open listens to. */
export const ticketTopic = 'ticket';

/** Tells whoever has the ticket open, on any node, that it changed. */
export const announceTicket = (tx: Tx, id: TicketId) => announce(tx, ticketTopic, id);
