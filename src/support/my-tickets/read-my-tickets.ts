import type { FastifyRequest } from 'fastify';
import type { Clock } from '../../kernel/clock.ts';
import { ask, loggedIn } from '../../kernel/policy.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Ticket } from '../tickets/ticket.ts';
import { readerBySession } from '../tickets/ticket-reader.ts';
import { countOwnTickets, listOwnTickets } from './my-tickets.store.ts';

const perPage = 20;

export interface ListedTicket extends Ticket {
  /** Asked by who reads the list, and not shared with them by somebody else. */
  isOwn: boolean;
}

export interface TicketPage {
  tickets: ListedTicket[];
  count: number;
  page: number;
  pages: number;
}

export interface MyTickets {
  searched: string;
  current: TicketPage;
  closed: TicketPage;
}

interface Asked {
  searched: string;
  page: number;
  closedPage: number;
}

/** What somebody who is logged in asked, and what others share with them: what goes on, and what is closed. */
export async function readMyTickets(
  needs: { clock: Clock; database: Database },
  request: FastifyRequest,
  { searched, page, closedPage }: Asked,
): Promise<MyTickets> {
  ask(loggedIn, request.actor, undefined);
  const reader = await readerBySession(needs, request);
  const requesterIds = reader?.requesterIds ?? [];
  const read = async (isClosed: boolean, wanted: number): Promise<TicketPage> => {
    const listing = { requesterIds, isClosed, searched };
    const count = await countOwnTickets(needs.database, listing);
    const pages = Math.max(1, Math.ceil(count / perPage));
    const shown = Math.min(wanted, pages);
    const found = await listOwnTickets(needs.database, listing, { page: shown, perPage });
    const tickets = found.map((ticket) => ({ ...ticket, isOwn: requesterIds.includes(ticket.requesterId) }));
    return { tickets, count, page: shown, pages };
  };
  return { searched, current: await read(false, page), closed: await read(true, closedPage) };
}
