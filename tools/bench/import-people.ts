import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { csvFile } from '../../src/organisations/file-rows/csv-cells.ts';
import { accountAsk } from './asks.ts';
import { anyNumber, sessionTokenOf, tokenHashOf } from './bench-people.ts';
import { askInTime, timesOf } from './load.ts';
import { atMost, noted, type Part, shown } from './measurement.ts';
import { wakeSessions } from './seed-people.ts';
import { benchHost } from './serve-portal.ts';
import { percentile } from './statistics.ts';
import { onDatabase } from './surroundings.ts';

const people = 500;
const perSecond = 100;

/** Who sends the file: the main contact of their practice. */
const sender = 2;
const headers = {
  host: benchHost,
  cookie: `__Host-session=${sessionTokenOf(sender)}; __Host-visitor=${'v'.repeat(43)}`,
};

export const importPeople: Part = {
  name: 'people',
  about: `a file of ${people} people, from sending it to the report, while others read their account pages`,
  run: async ({ scale, portalWith }) => {
    const { port, databaseUrl } = await portalWith(scale.accounts);
    const code = await onDatabase(databaseUrl, async (client) => {
      await wakeSessions(client);
      const { rows } = await client.query<{ code: string }>(proveSender, [
        tokenHashOf(sessionTokenOf(sender)),
      ]);
      return rows[0]?.code ?? '';
    });
    const seconds = Math.max(5, Math.round(scale.seconds / 2));
    const others = () => {
      const asks = Array.from({ length: perSecond * seconds }, () => accountAsk(anyNumber(scale.accounts)));
      return askInTime({ port, perSecond, seconds, asks });
    };
    const before = percentile(timesOf(await others(), 200), 0.99);
    const [took, load] = await Promise.all([secondsToInvite(port, code), others()]);
    return [
      atMost(`${people} people sent, checked, confirmed and invited`, took, 10, 's'),
      noted(`a page at ${perSecond} a second before, p99`, `${shown(before)} ms`),
      atMost(
        `a page at ${perSecond} a second meanwhile, p99`,
        percentile(timesOf(load, 200), 0.99),
        50,
        'ms',
      ),
    ];
  },
};

/** Roles are given with a password given lately; answers with where this person's role is. */
const proveSender = `
  WITH proven AS (UPDATE session SET authenticated_at = now() WHERE token_hash = $1 RETURNING account_id)
  SELECT o.code FROM proven JOIN membership m USING (account_id) JOIN organisation o ON o.id = m.organisation_id
   WHERE m.service = 'portal' AND m.role = 'main-contact' AND m.ended_at IS NULL`;

async function secondsToInvite(port: number, code: string): Promise<number> {
  const address = `/organisations/${code}/users/import`;
  const csrf = tokenIn((await ask(port, 'GET', address)).html);
  const began = performance.now();
  const preview = await ask(port, 'POST', address, multipart(csrf, fileOf(code)));
  const one = preview.location ?? '';
  const confirm = new URLSearchParams({
    csrf: tokenIn((await ask(port, 'GET', one)).html),
    decision: 'confirm',
  });
  const begun = await ask(port, 'POST', one, {
    type: 'application/x-www-form-urlencoded',
    body: confirm.toString(),
  });
  if (begun.status !== 303) throw new Error(`confirming a file of people gave status ${begun.status}`);
  for (;;) {
    const { html, isUnderWay } = await ask(port, 'GET', one);
    if (!isUnderWay) return html.includes(`${people} people are invited`) ? secondsSince(began) : Number.NaN;
    await sleep(250);
  }
}

const secondsSince = (began: number): number => (performance.now() - began) / 1000;

const tokenIn = (html: string): string => /name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';

const fileOf = (code: string): string =>
  csvFile([
    ['Email address', 'Full name', 'Roles', 'Job title', 'Phone number'],
    ...Array.from({ length: people }, (_, index) => [
      `new-${index}@${code.toLowerCase()}.example`,
      `Newly Invited ${index}`,
      'Member',
      'Nurse',
      '01632 960 001',
    ]),
  ]);

interface Posted {
  type: string;
  body: string;
}

function multipart(csrf: string, file: string): Posted {
  const part = (head: string, content: string) =>
    `--bench\r\nContent-Disposition: form-data; ${head}\r\n\r\n${content}\r\n`;
  const body = `${part('name="csrf"', csrf)}${part('name="file"; filename="people.csv"', file)}--bench--\r\n`;
  return { type: 'multipart/form-data; boundary=bench', body };
}

interface Answer {
  status: number;
  html: string;
  location: string | undefined;
  isUnderWay: boolean;
}

const ask = (port: number, method: 'GET' | 'POST', path: string, posted?: Posted): Promise<Answer> =>
  new Promise((done, fail) => {
    const content = posted && {
      'content-type': posted.type,
      'content-length': Buffer.byteLength(posted.body),
    };
    const sent = request(
      { port, host: '127.0.0.1', method, path, headers: { ...headers, ...content } },
      (answer) => {
        let html = '';
        answer.setEncoding('utf8').on('data', (part) => (html += part));
        answer.once('end', () => {
          const { location, refresh } = answer.headers;
          done({ status: answer.statusCode ?? 0, html, location, isUnderWay: refresh !== undefined });
        });
      },
    );
    sent.once('error', fail).end(posted?.body);
  });
