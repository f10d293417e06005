import type { Clock } from '../../kernel/clock.ts';
import { loggedIn } from '../../kernel/policy.ts';
import { wordsIn } from '../../kernel/words.ts';
import type { Database } from '../../platform/database/database.ts';
import { type Route, route } from '../../platform/http/index.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { show } from '../../ui/index.ts';
import { ticketsAddress } from '../addresses.ts';
import { myTicketsPage } from './my-tickets.page.tsx';
import { myTicketsWords } from './my-tickets.words.ts';
import { readMyTickets } from './read-my-tickets.ts';

export interface MyTicketsNeeds {
  clock: Clock;
  database: Database;
  settings: Settings;
}

export const myTicketsRoutes = (needs: MyTicketsNeeds): Route[] => [
  route(
    {
      method: 'GET',
      address: ticketsAddress,
      policy: loggedIn,
      supportAccess: 'never',
      sessions: 'tickets',
    },
    async (request, reply) => {
      const { q, page, closed } = request.query as Record<string, unknown>;
      const searched = typeof q === 'string' ? q.trim().slice(0, 100) : '';
      const asked = { searched, page: pageOf(page), closedPage: pageOf(closed) };
      const tickets = await readMyTickets(needs, request, asked);
      const props = { ...tickets, timeZone: needs.settings.service.timeZone };
      return show(reply, myTicketsPage(props, wordsIn(myTicketsWords, request.language)));
    },
  ),
];

const pageOf = (text: unknown): number =>
  typeof text === 'string' && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1;
