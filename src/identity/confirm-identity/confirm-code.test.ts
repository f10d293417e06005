import { expect, test } from 'vitest';
import { atTheDesk } from '../../../tests/support/at-the-desk.ts';
import { addNumber } from '../../../tests/support/factors.ts';
import { logIn, sentCode, wrongCode } from '../../../tests/support/main-job.ts';
import type { HeldFactor } from '../../../tests/support/person-codes.ts';
import { portal } from '../../../tests/support/portal.ts';
import type { Browser } from '../../../tests/support/portal-browser.ts';
import { hours, minutes } from '../../kernel/duration.ts';

const next = '/account/details/email';
const page = `/account/confirm?next=${encodeURIComponent(next)}`;

async function stale(factors: HeldFactor[]) {
  const the = await portal();
  const amara = await the.addPerson({ factors });
  const browser = the.browser();
  await logIn(browser, amara);
  the.clock.advance(minutes(11));
  return { the, amara, browser };
}

/** The page of a way that is offered in these words. */
async function choose(browser: Browser, words: string, at = page) {
  const { html } = await browser.get(at);
  const link = new RegExp(`href="([^"]+)">${words}`).exec(html)?.[1]?.replace(/&amp;/g, '&') ?? '';
  const shown = await browser.get(link);
  return { shown, way: /[?&]way=([^&]+)/.exec(link)?.[1] ?? '' };
}

test('[C4] a step that must be safe takes any way a person has: the password, the app, a text, a recovery code', async () => {
  const { the, amara, browser } = await stale(['authenticator', 'text', 'recovery-codes']);
  expect((await browser.get(next)).location).toBe(page);
  expect((await browser.get(page)).text).toContain('Enter your password to go on');
  const ways = [
    ['Use your authenticator app', () => Promise.resolve(amara.codes.authenticator())],
    ['Get a code by text message', () => sentCode(the, amara.codes.number)],
    ['Use a recovery code', () => Promise.resolve(amara.codes.recovery[0]?.toLowerCase() ?? '')],
  ] as const;
  for (const [words, code] of ways) {
    the.clock.advance(minutes(11));
    const { way } = await choose(browser, words);
    if (words.includes('text')) await browser.post('/account/confirm/send', { way, next });
    const on = await browser.post('/account/confirm/code', { way, next, code: await code() });
    expect([on.status, on.location]).toEqual([303, next]);
    expect((await browser.get(next)).status).toBe(200);
  }
});

test('opening the page sends nothing; the button does, and says when another can be sent', async () => {
  const { the, amara, browser } = await stale(['authenticator', 'text']);
  const before = (await the.inbox(amara.codes.number)).length;
  const { shown, way } = await choose(browser, 'Get a code by text message');
  expect(shown.text).toContain(`number that ends in ${amara.codes.number.slice(-3)}`);
  expect((await the.inbox(amara.codes.number)).length).toBe(before);
  const sent = await browser.follow(await browser.post('/account/confirm/send', { way, next }));
  expect(sent.text).toContain('You can ask for another code in');
  expect((await the.inbox(amara.codes.number)).length).toBe(before + 1);
  const again = await browser.post('/account/confirm/send', { way, next });
  expect([again.status, again.text]).toEqual([422, expect.stringContaining('Wait a little')]);
});

test('what cannot be a code is said and costs no try; a wrong one says how many are left', async () => {
  const { amara, browser } = await stale(['authenticator']);
  const { way } = await choose(browser, 'Use your authenticator app');
  const post = (code: string) => browser.post('/account/confirm/code', { way, next, code });
  expect((await post('')).text).toContain('Enter your security code');
  expect((await post('12ab')).text).toContain('Security code must be 6 numbers');
  const wrong = await post(wrongCode(amara.codes.authenticator()));
  expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('You have 4 tries left')]);
});

test('a number that joined lately is not a way, and neither is what was removed since', async () => {
  const { the, amara, browser } = await stale(['authenticator']);
  const { clock, database } = the.needs;
  const soon = new Date(clock.now().getTime() + hours(3));
  const added = await addNumber(the.needs, { account: amara.id }, '+447700900777', soon);
  expect((await browser.get(page)).text).not.toContain('777');
  const { way } = await choose(browser, 'Use your authenticator app');
  for (const id of [way, added.id]) {
    await database.updateTable('factor').set({ removed_at: clock.now() }).where('id', '=', way).execute();
    const answer = await browser.post('/account/confirm/code', { way: id, next, code: '123456' });
    expect([answer.status, answer.text]).toEqual([422, expect.stringContaining('cannot be used any more')]);
  }
});

test('after a reset by email the password is not offered for a day, and the page says why', async () => {
  const { the, amara, browser } = await stale(['authenticator', 'email']);
  const { database, clock } = the.needs;
  await database.updateTable('password').set({ recovered_at: clock.now() }).execute();
  const shown = await browser.get(page);
  expect(shown.text).toContain('Enter a security code to go on');
  expect(shown.text).toContain('The password was reset by email a short time ago.');
  expect(shown.text).not.toContain('Get a code by email');
  const away = await browser.post('/account/confirm', { password: amara.password, next });
  expect(away.location).toBe(page);
  expect((await browser.get(next)).location).toBe(page);
  await database
    .updateTable('password')
    .set({ recovered_at: new Date(clock.now().getTime() - hours(24)) })
    .execute();
  expect((await browser.get(page)).text).toContain('Enter your password to go on');
});

test('who has only a number that joined lately is told when to come back, and is not shown a way that is none', async () => {
  const { the, amara, browser } = await stale([]);
  const { database, clock } = the.needs;
  const soon = new Date(clock.now().getTime() + hours(3));
  await addNumber(the.needs, { account: amara.id }, '+447700900777', soon);
  await database.updateTable('password').set({ recovered_at: clock.now() }).execute();
  const shown = await browser.get(page);
  expect(shown.text).toContain('This has to wait');
  expect(shown.html).not.toMatch(/name="(password|code)"/);
});

test('without a password there are the other ways alone', async () => {
  const { the, browser } = await stale(['authenticator']);
  await the.needs.database.deleteFrom('password').execute();
  const shown = await browser.get(page);
  expect(shown.text).toContain('Enter a security code to go on');
  expect(shown.text).not.toContain('Enter your password');
});

test('staff prove themselves with a code at the desk too', async () => {
  const the = await portal({ settings: { secondFactor: { needed: 'everyone' } } });
  const chief = await atTheDesk(the, 'administrator');
  the.clock.advance(minutes(11));
  const away = await chief.desk.get('/desk/staff/add');
  const { way } = await choose(chief.desk, 'Use your authenticator app', away.location);
  const code = chief.codes.authenticator();
  const on = await chief.desk.post('/desk/confirm/code', { way, next: '/desk/staff/add', code });
  expect((await chief.desk.follow(on)).status).toBe(200);
});
