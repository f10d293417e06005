import { sessionTokenOf } from './bench-people.ts';
import { type Ask, askInTime, statusesOf, timesOf } from './load.ts';
import { atMost, type Measured, noted, type Part, shown } from './measurement.ts';
import { largePractice, largePracticeReader } from './seed-members.ts';
import { wakeSessions } from './seed-people.ts';
import { benchHost } from './serve-portal.ts';
import { median, percentile } from './statistics.ts';
import { onDatabase } from './surroundings.ts';

const perSecond = 5;

const searches: Record<string, string> = {
  'the first page': '',
  'the last page': '?page=40',
  'by last use': '?sort=last-use',
  'found by part of a name': '?find=bridge+am',
  'found by part of an address': '?find=person-19',
  'those with a role': '?role=portal/member',
};

export const listPeople: Part = {
  name: 'list',
  about: `the list of ${largePractice.people} people of one practice, asked over HTTP`,
  run: async ({ scale, portalWith }) => {
    const { port, databaseUrl } = await portalWith(scale.accounts);
    await onDatabase(databaseUrl, wakeSessions);
    const seconds = Math.max(2, Math.round(scale.seconds / 3));
    await askInTime({ port, perSecond, seconds: 2, asks: asksOf('', perSecond * 2) });
    const measured: Measured[] = [
      noted('among', `${scale.accounts.toLocaleString('en-GB')} accounts, each a member somewhere`),
    ];
    for (const [name, search] of Object.entries(searches)) {
      const load = await askInTime({ port, perSecond, seconds, asks: asksOf(search, perSecond * seconds) });
      const times = timesOf(load, 200);
      measured.push(
        noted(name, `median ${shown(median(times))} ms (${statusesOf(load)})`),
        atMost(`${name}, p95`, percentile(times, 0.95), 100, 'ms'),
      );
    }
    return measured;
  },
};

const asksOf = (search: string, count: number): Ask[] =>
  Array.from({ length: count }, () => ({
    method: 'GET',
    path: `/organisations/${largePractice.code}/users${search}`,
    headers: {
      host: benchHost,
      cookie: `__Host-session=${sessionTokenOf(largePracticeReader)}; __Host-visitor=${'v'.repeat(43)}`,
    },
  }));
