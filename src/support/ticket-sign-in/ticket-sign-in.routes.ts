import type { Route } from '../../platform/http/index.ts';
import { ticketLinkRoutes } from './ticket-link.routes.ts';
import { type TicketLogInNeeds, ticketLogInRoutes } from './ticket-log-in.routes.ts';

export type TicketSignInNeeds = TicketLogInNeeds;

export const ticketSignInRoutes = (needs: TicketSignInNeeds): Route[] => [
  ...ticketLogInRoutes(needs),
  ...ticketLinkRoutes(needs),
];
