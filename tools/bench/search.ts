import { type Ask, askInTime, statusesOf, timesOf } from './load.ts';
import { atMost, type Measured, noted, type Part, shown } from './measurement.ts';
import { seedArticles } from './seed-articles.ts';
import { benchHost, servePortal } from './serve-portal.ts';
import { median, percentile } from './statistics.ts';

const perSecond = 10;

const searches: Record<string, string> = {
  'a common word': '/help/search?q=password',
  'two words': '/help/search?q=locked+account',
  'a whole question': '/help/search?q=how+do+i+get+back+in+after+too+many+wrong+passwords',
  'with slips': '/help/search?q=deactivted+acount+pasword',
  'a rare word': '/help/search?q=zuzudek+code',
  'page 5': '/help/search?q=email+address&page=5',
  'nothing found': '/help/search?q=qqqqxyzw+wwwwqqqq',
  'suggestions while typing': '/help/suggestions?q=forgotten+pass',
};

export const search: Part = {
  name: 'search',
  about: 'the search of the help centre, asked over HTTP: the whole page with its excerpts',
  run: async ({ scale, emptyDatabase, smtpUrl, folder, say }) => {
    const databaseUrl = await emptyDatabase();
    const portal = await servePortal({ databaseUrl, smtpUrl, folder });
    try {
      say(`… writing ${scale.articles.toLocaleString('en-GB')} articles`);
      await seedArticles(databaseUrl, scale.articles);
      const seconds = Math.max(2, Math.round(scale.seconds / 3));
      const measured: Measured[] = [noted('among', `${scale.articles.toLocaleString('en-GB')} articles`)];
      for (const [name, path] of Object.entries(searches)) {
        const ask = (forSeconds: number) =>
          askInTime({
            port: portal.port,
            perSecond,
            seconds: forSeconds,
            asks: asksOf(path, perSecond * forSeconds),
          });
        await ask(1);
        const load = await ask(seconds);
        const times = timesOf(load, 200);
        measured.push(
          noted(name, `median ${shown(median(times))} ms (${statusesOf(load)})`),
          atMost(`${name}, p95`, percentile(times, 0.95), 20, 'ms'),
        );
      }
      return measured;
    } finally {
      await portal.stop();
    }
  },
};

const asksOf = (path: string, count: number): Ask[] =>
  Array.from({ length: count }, () => ({ method: 'GET', path, headers: { host: benchHost } }));
