import { expect, test } from 'vitest';
import { enterPassword, logIn } from '../../../tests/support/main-job.ts';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import type { Browser } from '../../../tests/support/portal-browser.ts';
import { chooseWay } from '../../../tests/support/set-up.ts';

const under = (base: string, steps: string) => steps.split(' ').map((step) => base + step.replace('.', ''));
const setUp = '/log-in/set-up';
const codeSteps = under('/log-in', '. /code /code/send /code/passkey /code/passkey/options /passkey');
const setUpSteps = under(
  setUp,
  '. /app /text /text/code /text/again /codes /codes/file /later /done /passkey',
);
const confirmSteps = under('/account/confirm', '. /send /code /passkey /passkey/options');

/** A browser at each stage, a page of it with a form, and what it may post to. */
async function stages(the: Portal): Promise<[Browser, string, string[]][]> {
  const amara = await the.addPerson({ factors: ['authenticator', 'text', 'recovery-codes'] });
  const omar = await the.addPerson({ name: 'Omar Haddad' });
  const [waiting, settingUp, inside] = [the.browser(), the.browser(), the.browser()];
  await enterPassword(waiting, amara);
  await enterPassword(settingUp, omar);
  await settingUp.get(setUp);
  await chooseWay(settingUp, setUp, 'authenticator');
  await logIn(inside, amara);
  return [
    [waiting, '/log-in/code', codeSteps],
    [settingUp, `${setUp}/app`, setUpSteps],
    [inside, '/account/confirm', confirmSteps],
  ];
}

const fields = 'code way next passkey phone setUp name password identifier replaces remember'.split(' ');
const all = (value: string) => fields.map((field) => `${field}=${value}`).join('&');
const form = 'application/x-www-form-urlencoded';
const json = 'application/json';

const oddBodies = (csrf: string): [type: string, payload: string][] => [
  [form, `csrf=${csrf}&${all('1')}&${all('2')}`],
  [form, `csrf=${csrf}&${all('%00')}`],
  [form, `csrf=${csrf}&__proto__=1&constructor=2&code[a]=1&way[toString]=1`],
  [form, `csrf=${csrf}&code=${'9'.repeat(50_000)}&passkey=${'x'.repeat(50_000)}`],
  [form, `csrf=${csrf}&passkey=${encodeURIComponent('['.repeat(20_000))}`],
  [form, `csrf=${csrf}&passkey=${encodeURIComponent('{"id":{},"type":"public-key","response":null}')}`],
  [form, `csrf=${csrf}&code=${'x'.repeat(2_000_000)}`],
  [form, 'csrf=a&csrf=b'],
  [json, '{"code":'],
  [json, 'null'],
  [json, JSON.stringify({ csrf, code: { a: 1 }, passkey: { id: 1 }, next: ['//evil.example'] })],
  ['multipart/form-data; boundary=x', '--x'],
];

const oddQueries = [
  `${all('a')}&${all('b')}&began=a&began=b&on=a&on=b&waited=a&waited=b`,
  `${all('%00')}&began=%00`,
  'next=//evil.example',
  'next=%5C%5Cevil.example',
  'next=https://evil.example/',
];

const cookiesOf = ({ cookies }: Browser) =>
  [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');

const tokenOn = async (browser: Browser, page: string) =>
  /name="csrf" value="([^"]+)"/.exec((await browser.get(page)).html)?.[1] ?? '';

/** What went wrong with an answer: a fault of ours, or a way off our pages. */
const isAmiss = ({ statusCode, headers }: { statusCode: number; headers: { location?: unknown } }) =>
  statusCode >= 500 || !/^\/(?!\/)/.test(String(headers.location ?? '/'));

test('whatever is sent to the ways in is answered on our own pages, and nothing fails', async () => {
  const the = await portal({ settings: { secondFactor: { needed: 'everyone', textAlone: true } } });
  const amiss: unknown[] = [];
  for (const [browser, page, addresses] of await stages(the))
    for (const address of addresses) {
      const csrf = await tokenOn(browser, page);
      const headers = { host: 'localhost:3000', cookie: cookiesOf(browser) };
      for (const [type, payload] of oddBodies(csrf)) {
        const sent = { ...headers, 'content-type': type };
        const answer = await the.server.inject({ method: 'POST', url: address, headers: sent, payload });
        if (isAmiss(answer)) amiss.push([address, payload.slice(0, 60), answer.statusCode]);
      }
      for (const query of oddQueries) {
        const answer = await the.server.inject({ url: `${address}?${query}`, headers });
        if (isAmiss(answer)) amiss.push([address, query, answer.statusCode]);
      }
    }
  expect(amiss).toEqual([]);
  expect(the.logLines.filter((line) => JSON.parse(line).level >= 50)).toEqual([]);
  expect(the.logLines.join('\n')).not.toMatch(/7700 ?900|practice\.example/);
});
