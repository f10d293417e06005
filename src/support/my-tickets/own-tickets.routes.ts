import type { Route } from '../../platform/http/index.ts';
import { documentsRoutes } from './documents.routes.ts';
import { type MyTicketsNeeds, myTicketsRoutes } from './my-tickets.routes.ts';
import { openLinkRoutes } from './open-link.routes.ts';
import type { OpenLinkNeeds } from './open-link.ts';
import { type TicketNeeds, ticketRoutes } from './ticket.routes.ts';
import { type TicketAccountNeeds, ticketAccountRoutes } from './ticket-account.routes.ts';

export type OwnTicketsNeeds = MyTicketsNeeds & TicketNeeds & OpenLinkNeeds & TicketAccountNeeds;

/** Everything that whoever asked does with their tickets. */
export const ownTicketsRoutes = (needs: OwnTicketsNeeds): Route[] => [
  ...myTicketsRoutes(needs),
  ...openLinkRoutes(needs),
  ...ticketAccountRoutes(needs),
  ...documentsRoutes(needs),
  ...ticketRoutes(needs),
];
