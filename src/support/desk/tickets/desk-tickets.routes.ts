import type { Route } from '../../../platform/http/index.ts';
import type { ChangeTicketNeeds } from './apply-wish.ts';
import { changeTicketRoutes } from './change/change-ticket.routes.ts';
import { changeChosenRoutes } from './chosen/change-chosen.routes.ts';
import { listTicketsRoutes } from './list/list-tickets.routes.ts';
import type { ListTicketsNeeds } from './list/list-tickets.ts';
import { type LiveTicketNeeds, liveTicketRoutes } from './live/live-ticket.routes.ts';
import { mergeTicketsRoutes } from './merge/merge-tickets.routes.ts';
import { splitTicketRoutes } from './split/split-ticket.routes.ts';
import type { SplitNeeds } from './split/split-ticket.ts';
import { type DeskTicketNeeds, deskTicketRoutes } from './ticket/desk-ticket.routes.tsx';
import { viewsRoutes } from './views/views.routes.ts';
import type { ViewsNeeds } from './views/views.ts';

export type DeskTicketsNeeds = ListTicketsNeeds &
  ViewsNeeds &
  ChangeTicketNeeds &
  SplitNeeds &
  DeskTicketNeeds &
  LiveTicketNeeds;

/** Every address of tickets at the desk, but for their files. */
export const deskTicketsRoutes = (needs: DeskTicketsNeeds): Route[] => [
  ...listTicketsRoutes(needs),
  ...viewsRoutes(needs),
  ...changeChosenRoutes(needs),
  ...deskTicketRoutes(needs),
  ...liveTicketRoutes(needs),
  ...changeTicketRoutes(needs),
  ...mergeTicketsRoutes(needs),
  ...splitTicketRoutes(needs),
];
