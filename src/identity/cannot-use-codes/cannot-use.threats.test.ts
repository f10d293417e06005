import { expect, test } from 'vitest';
import { countRows } from '../../../tests/product/count-rows.ts';
import { enterPassword } from '../../../tests/support/main-job.ts';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import type { Browser } from '../../../tests/support/portal-browser.ts';
import type { AddedPerson } from '../../../tests/support/portal-people.ts';
import { minutes } from '../../kernel/duration.ts';

const said = { reason: 'lost-phone', words: '', phone: '07700 900 999' };
const send = (browser: Browser) => browser.post('/log-in/code/cannot-use/send', said);

async function thief() {
  const the = await portal();
  const amara = await the.addPerson({ factors: ['authenticator', 'text'] });
  const browser = await atCode(the, amara);
  return { the, amara, browser };
}

async function atCode(the: Portal, person: AddedPerson): Promise<Browser> {
  const browser = the.browser();
  await enterPassword(browser, person);
  await browser.get('/log-in/code/cannot-use/ask');
  return browser;
}

const waiting = async (the: Portal) =>
  (await the.needs.database.selectFrom('factor_reset_request').selectAll().execute()).length;

test('a stranger without the password learns and leaves nothing: every step leads to log in', async () => {
  const { the } = await thief();
  const stranger = the.browser();
  await stranger.get('/log-in');
  const before = await countRows(the.needs.database);
  for (const step of ['', '/ask'])
    expect((await stranger.get(`/log-in/code/cannot-use${step}`)).location).toMatch(/^\/log-in\?waited=/);
  for (const step of ['/ask', '/send'])
    expect((await stranger.post(`/log-in/code/cannot-use${step}`, said)).location).toMatch(
      /^\/log-in\?waited=/,
    );
  expect(await countRows(the.needs.database)).toEqual(before);
});

test('who has only the password gets nothing by asking: no session, no way changed, no code to the number given', async () => {
  const { the, browser } = await thief();
  const { database } = the.needs;
  const ways = () => database.selectFrom('factor').selectAll().execute();
  const before = await ways();
  await send(browser);
  expect(await ways()).toEqual(before);
  expect([...browser.cookies.keys()].some((name) => name.endsWith('-session'))).toBe(false);
  expect((await browser.get('/account')).location).toMatch(/^\/log-in/);
  expect((await the.inbox()).some(({ to }) => to.includes('7700900999'))).toBe(false);
});

test('race: however many are sent at once, from several browsers, one waits and its owner is told once', async () => {
  const { the, amara, browser } = await thief();
  const other = await atCode(the, amara);
  await Promise.all(Array.from({ length: 6 }, (_, at) => send(at % 2 ? browser : other)));
  expect(await waiting(the)).toBe(1);
  const told = (await the.inbox(amara.email)).filter(({ subject }) => subject.startsWith('Somebody cannot'));
  expect(told).toHaveLength(1);
});

test('flooding: a request that is stopped and sent again reaches its owner three times a day and no more', async () => {
  const { the, amara, browser } = await thief();
  const { database } = the.needs;
  for (let round = 0; round < 4; round += 1) {
    the.clock.advance(minutes(1));
    await send(browser);
    if (round < 3) await database.updateTable('factor_reset_request').set({ state: 'withdrawn' }).execute();
  }
  const refused = await send(browser);
  expect([refused.status, refused.text]).toEqual([
    422,
    expect.stringContaining('You have asked support several times today'),
  ]);
  const told = (await the.inbox(amara.email)).filter(({ subject }) => subject.startsWith('Somebody cannot'));
  expect(told).toHaveLength(3);
});

test('replay: the page of a log in that ended, or of another realm, sends nothing', async () => {
  const { the, browser } = await thief();
  const elsewhere = await browser.post('/log-in/staff/code/cannot-use/send', said);
  expect(elsewhere.location).toMatch(/^\/log-in\/staff\?waited=/);
  the.clock.advance(minutes(31));
  expect((await send(browser)).location).toMatch(/^\/log-in\?waited=/);
  expect(await waiting(the)).toBe(0);
});

test('a POST without the page’s token sends nothing and shows the form again', async () => {
  const { the, browser } = await thief();
  browser.forgetToken();
  const answer = await browser.post('/log-in/code/cannot-use/send', { ...said, csrf: 'forged' });
  expect(answer.status).toBe(422);
  expect(answer.html).toContain('07700 900 999');
  expect(await waiting(the)).toBe(0);
});
