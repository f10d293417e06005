import { expect, test } from 'vitest';
import { enterCode, enterPassword, logIn, sentCode, wrongCode } from '../../../tests/support/main-job.ts';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import type { Browser } from '../../../tests/support/portal-browser.ts';
import { minutes } from '../../kernel/duration.ts';
import { listFactors } from '../second-factors/factor.store.ts';

const session = 'gatehouse-3000-session';
const next = '/account';

async function enter(factors: ('authenticator' | 'text')[] = ['authenticator']) {
  const the = await portal();
  const amara = await the.addPerson({ factors });
  const browser = the.browser();
  await logIn(browser, amara);
  the.clock.advance(minutes(11));
  await browser.get('/account/confirm');
  return { the, amara, browser, way: await wayOf(the, amara.id) };
}

const wayOf = async ({ needs }: Portal, account: Parameters<typeof listFactors>[1], kind = 'authenticator') =>
  (await listFactors(needs.database, account, 'portal')).find((factor) => factor.kind === kind)?.id ?? '';

const confirm = (browser: Browser, way: string, code: string) =>
  browser.post('/account/confirm/code', { way, code, next });

test('guessing: whoever sits down at an open session has five codes, and the fifth wrong one ends it', async () => {
  const { the, amara, browser, way } = await enter();
  const right = amara.codes.authenticator();
  for (let tries = 0; tries < 4; tries += 1)
    expect((await confirm(browser, way, wrongCode(right))).status).toBe(422);
  const last = await confirm(browser, way, wrongCode(right));
  expect([last.status, last.text.includes('you were logged out')]).toEqual([429, true]);
  expect((await browser.get('/account')).location).toMatch(/^\/log-in/);
  const device = await the.needs.database.selectFrom('device').select('revoked_at').executeTakeFirst();
  expect(device?.revoked_at).not.toBeNull();
});

test('guessing: tries there and at log in from this device are counted together', async () => {
  const { amara, browser, way } = await enter();
  const right = amara.codes.authenticator();
  for (let tries = 0; tries < 3; tries += 1) await confirm(browser, way, wrongCode(right));
  browser.cookies.delete(session);
  await enterPassword(browser, amara);
  expect((await enterCode(browser, wrongCode(right))).text).toContain('You have 1 try left');
});

test('race: however many guesses arrive at once, no more than five are looked at', async () => {
  const { amara, browser, way } = await enter();
  const right = amara.codes.authenticator();
  const answers = await Promise.all(
    Array.from({ length: 12 }, () => confirm(browser, way, wrongCode(right))),
  );
  expect(answers.filter(({ status }) => status === 422).length).toBeLessThanOrEqual(4);
});

test('replay: a code works once, also when it was sent twice at once, and the old token is dead', async () => {
  const { the, amara, browser, way } = await enter();
  const old = browser.cookies.get(session) ?? '';
  const code = amara.codes.authenticator();
  const answers = await Promise.all([confirm(browser, way, code), confirm(browser, way, code)]);
  expect(answers.filter(({ location }) => location === next)).toHaveLength(1);
  expect((await confirm(browser, way, code)).location).not.toBe(next);
  const thief = the.browser();
  thief.cookies.set(session, old);
  expect((await thief.get('/account')).location).toMatch(/^\/log-in/);
});

test('a way of another account, and a code sent to another session, prove nothing', async () => {
  const { the, amara, browser } = await enter(['authenticator', 'text']);
  const bilal = await the.addPerson({ name: 'Bilal Khan', factors: ['authenticator'] });
  const stolen = await confirm(browser, await wayOf(the, bilal.id), bilal.codes.authenticator());
  expect([stolen.status, stolen.text]).toEqual([422, expect.stringContaining('cannot be used any more')]);
  const own = the.browser();
  await logIn(own, amara);
  const text = await wayOf(the, amara.id, 'text');
  await own.get('/account/confirm');
  await own.post('/account/confirm/send', { way: text, next });
  const code = await sentCode(the, amara.codes.number);
  expect(code).toMatch(/^\d{6}$/);
  expect((await confirm(browser, text, code)).status).toBe(422);
  expect((await confirm(own, text, code)).status).toBe(303);
});

test('it leads nowhere but on to our own pages, and a form without its token proves nothing', async () => {
  const { amara, browser, way } = await enter();
  const code = amara.codes.authenticator();
  const forged = await browser.post('/account/confirm/code', { way, code, next, csrf: 'forged' });
  expect(forged.status).toBe(422);
  const away = await browser.post('/account/confirm/code', { way, code, next: 'https://evil.example/' });
  expect(away.location).toBe('/account');
});
