import { staffToken } from './bench-people.ts';
import { type Ask, askInTime, statusesOf, timesOf } from './load.ts';
import { atMost, type Measured, noted, type Part, shown } from './measurement.ts';
import { wakeSessions } from './seed-people.ts';
import { seedTickets } from './seed-tickets.ts';
import { benchHost } from './serve-portal.ts';
import { median, percentile } from './statistics.ts';
import { onDatabase } from './surroundings.ts';

const perSecond = 5;

/** Enough to give tickets to; the tickets are what is measured. */
const accounts = 2_000;

const questions: Record<string, string> = {
  'all that wait for us': '',
  'needs a first answer': '?queue=first-answer',
  mine: '?queue=mine',
  'my teams': '?queue=my-teams',
  'not assigned': '?queue=unassigned',
  'they replied': '?queue=waiting-for-us',
  'waiting for them': '?queue=waiting-for-you',
  urgent: '?queue=urgent',
  overdue: '?queue=overdue',
  held: '?queue=held',
  complaints: '?queue=complaints',
  'call-backs': '?queue=call-backs',
  solved: '?queue=solved&sort=newest',
  'all tickets': '?queue=all&sort=newest',
  'oldest first': '?queue=all&sort=oldest',
  'deep in the list':
    '?queue=all&sort=oldest&after=2025-06-01+00:00:00%2B00,01890000-0000-7000-8000-000000000000',
  'a rare tag': '?queue=all&tag=rare',
  'a common tag': '?queue=all&tag=outage&sort=newest',
  'a priority and days': '?queue=all&priority=urgent&from=1/3/2025&to=1/4/2025',
  'one organisation': '?queue=all&organisation=B00042',
  'found by a common word': '?queue=all&find=printer',
  'found by two words': '?queue=all&find=printer+locked',
  'found by part of an address': '?queue=all&find=asks-1999',
  'found by a name': '?queue=all&find=person+printer',
  'found by nothing there is': '?queue=all&find=zzzzzz',
};

export const tickets: Part = {
  name: 'tickets',
  about:
    'the list of tickets at the desk, asked over HTTP: the queues with their counts, filters and searches',
  run: async ({ scale, portalWith }) => {
    const { port, databaseUrl } = await portalWith(accounts);
    await onDatabase(databaseUrl, (client) => seedTickets(client, scale.tickets));
    await onDatabase(databaseUrl, wakeSessions);
    const seconds = Math.max(2, Math.round(scale.seconds / 5));
    await askInTime({ port, perSecond, seconds: 2, asks: asksOf('', perSecond * 2) });
    const measured: Measured[] = [noted('among', `${scale.tickets.toLocaleString('en-GB')} tickets`)];
    for (const [name, query] of Object.entries(questions)) {
      const load = await askInTime({ port, perSecond, seconds, asks: asksOf(query, perSecond * seconds) });
      const times = timesOf(load, 200);
      measured.push(
        noted(`${name}, p95`, `${shown(percentile(times, 0.95))} ms (${statusesOf(load)})`),
        atMost(name, median(times), 50, 'ms'),
      );
    }
    return measured;
  },
};

const asksOf = (query: string, count: number): Ask[] =>
  Array.from({ length: count }, () => ({
    method: 'GET',
    path: `/desk/tickets${query}`,
    headers: {
      host: benchHost,
      cookie: `__Host-support-session=${staffToken}; __Host-visitor=${'v'.repeat(43)}`,
    },
  }));
