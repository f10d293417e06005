import { expect, test } from 'vitest';
import {
  enterCode,
  enterPassword,
  resetPassword,
  sentCode,
  wrongCode,
} from '../../../tests/support/main-job.ts';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import type { Browser } from '../../../tests/support/portal-browser.ts';
import type { AddedPerson } from '../../../tests/support/portal-people.ts';
import { hours, minutes } from '../../kernel/duration.ts';

const needed = { secondFactor: { needed: 'everyone', textAlone: true } };
const attempt = 'gatehouse-3000-log-in-attempt';
const device = 'gatehouse-3000-device';
const newPassword = 'Four-brisk-geese-4';

async function waiting(the: Portal, person: AddedPerson): Promise<Browser> {
  const browser = the.browser();
  await enterPassword(browser, person);
  return browser;
}

/** Somebody with a remembered device, logged out again. */
async function remembered(the: Portal, person: AddedPerson): Promise<Browser> {
  const browser = await waiting(the, person);
  await enterCode(browser, person.codes.authenticator(), '/log-in', { remember: 'yes' });
  await browser.get('/account');
  await browser.post('/log-out');
  return browser;
}

const isLoggedIn = async (browser: Browser): Promise<boolean> =>
  (await browser.get('/account')).status === 200;

test('guessing across many log ins, ways and codes sent again stays within five tries in all', async () => {
  const the = await portal({ settings: needed });
  const amara = await the.addPerson({ factors: ['text', 'authenticator'] });
  const browsers = await Promise.all(Array.from({ length: 4 }, () => waiting(the, amara)));
  const right = amara.codes.authenticator();
  const pages = await Promise.all(browsers.map((browser) => browser.get('/log-in/code')));
  const ways = pages.map(({ html }) => /href="[^"]*way=([^"]+)"/.exec(html)?.[1] ?? '');
  const guesses = browsers.flatMap((browser, at) =>
    Array.from({ length: 5 }, (_, guess) =>
      browser.post('/log-in/code', { code: wrongCode(right), way: guess % 2 ? (ways[at] ?? '') : '' }),
    ),
  );
  const answers = await Promise.all(guesses);
  expect(answers.filter(({ status }) => status === 422)).toHaveLength(4);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(16);
  const sent = (await the.inbox(amara.codes.number)).length;
  the.clock.advance(minutes(2));
  const [browser] = browsers;
  await browser?.post('/log-in/code/send', { way: '' });
  expect((await browser?.post('/log-in/code', { code: amara.codes.authenticator() }))?.status).toBe(429);
  expect((await the.inbox(amara.codes.number)).length).toBe(sent);
});

test('100 codes at once, the right one among them, get no more than the tries, and in at most once', async () => {
  const the = await portal({ settings: needed });
  const amara = await the.addPerson({ factors: ['authenticator'] });
  const browser = await waiting(the, amara);
  await browser.get('/log-in/code');
  const right = amara.codes.authenticator();
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, at) =>
      browser.post('/log-in/code', { code: at % 3 === 2 ? right : wrongCode(right) }),
    ),
  );
  const sessions = await the.needs.database.selectFrom('session').select('id').execute();
  expect(sessions.length).toBeLessThanOrEqual(1);
  expect(answers.filter(({ status }) => status === 422).length).toBeLessThanOrEqual(9);
});

test('replay: a code that was used opens nothing in another browser, nor one of a step before it', async () => {
  const the = await portal({ settings: needed });
  const amara = await the.addPerson({ factors: ['authenticator'] });
  const [mine, thief, later] = [
    await waiting(the, amara),
    await waiting(the, amara),
    await waiting(the, amara),
  ];
  const before = amara.codes.authenticator();
  const code = amara.codes.authenticator();
  expect((await enterCode(mine, code)).status).toBe(303);
  expect((await enterCode(thief, code)).status).toBe(422);
  expect((await enterCode(later, before)).status).toBe(422);
  expect(await isLoggedIn(thief)).toBe(false);
});

test('a text read off somebody’s phone works in the log in that asked for it alone', async () => {
  const the = await portal({ settings: needed });
  const amara = await the.addPerson({ factors: ['text'] });
  const mine = await waiting(the, amara);
  const thief = await waiting(the, amara);
  const code = await sentCode(the, amara.codes.number);
  const page = await thief.get('/log-in/code');
  const way = /name="way" value="([^"]+)"/.exec(page.html)?.[1] ?? '';
  expect((await thief.post('/log-in/code', { code, way })).status).toBe(422);
  expect((await enterCode(mine, code)).location).toBe('/account');
});

test('a log in of one account goes on with no other’s code, realm or way', async () => {
  const the = await portal({ settings: needed });
  const amara = await the.addPerson({ factors: ['authenticator'] });
  const omar = await the.addPerson({ name: 'Omar Haddad', factors: ['authenticator'] });
  const hers = await waiting(the, amara);
  const his = await waiting(the, omar);
  const omarsWay = /name="way" value="([^"]+)"/.exec((await his.get('/log-in/code')).html)?.[1] ?? '';
  await hers.get('/log-in/code');
  const tried = await hers.post('/log-in/code', { code: omar.codes.authenticator(), way: omarsWay });
  expect(tried.status).toBe(422);
  const swapped = the.browser();
  swapped.cookies.set(attempt, his.cookies.get(attempt) ?? '');
  expect((await enterCode(swapped, amara.codes.authenticator())).status).toBe(422);
  const staff = the.browser();
  staff.cookies.set('gatehouse-3000-support-log-in-attempt', hers.cookies.get(attempt) ?? '');
  expect((await staff.get('/log-in/staff/code')).location).toMatch(/^\/log-in\/staff\?waited/);
});

test('nothing waits on once the password changed or the account stopped, and nothing is let in twice', async () => {
  const the = await portal({ settings: needed });
  const amara = await the.addPerson({ factors: ['authenticator'] });
  const before = await waiting(the, amara);
  await resetPassword(the, the.browser(), amara.email, newPassword);
  expect((await before.get('/log-in/code')).location).toMatch(/waited/);
  const again = await waiting(the, { ...amara, password: newPassword });
  await again.get('/log-in/code');
  const stop = the.needs.database.updateTable('account').set({ state: 'deactivated' });
  await stop.where('id', '=', amara.id).execute();
  expect((await again.post('/log-in/code', { code: amara.codes.authenticator() })).location).toMatch(
    /waited/,
  );
  const start = the.needs.database.updateTable('account').set({ state: 'active' });
  await start.where('id', '=', amara.id).execute();
  const token = again.cookies.get(attempt) ?? '';
  expect((await enterCode(again, amara.codes.authenticator())).location).toBe('/account');
  const copied = the.browser();
  copied.cookies.set(attempt, token);
  expect((await copied.get('/log-in/code')).location).toMatch(/waited/);
});

test('a reset by email skips no code, and a code by email does not follow it', async () => {
  const the = await portal({ settings: needed });
  const amara = await the.addPerson({ factors: ['email', 'authenticator'] });
  the.clock.advance(minutes(1));
  await resetPassword(the, the.browser(), amara.email, newPassword);
  const browser = await waiting(the, { ...amara, password: newPassword });
  const page = await browser.get('/log-in/code');
  expect(page.text).toContain('authenticator app');
  expect(page.text).not.toContain('Get an email');
  expect((await enterCode(browser, amara.codes.authenticator())).location).toBe('/account');
});

test('a remembered device is of its own account alone, and of nobody after a reset or once forgotten', async () => {
  const the = await portal({ settings: needed });
  const amara = await the.addPerson({ factors: ['authenticator'] });
  const omar = await the.addPerson({ name: 'Omar Haddad', factors: ['authenticator'] });
  const hers = await remembered(the, amara);
  const his = the.browser();
  his.cookies.set(device, hers.cookies.get(device) ?? '');
  expect((await enterPassword(his, omar)).location).toBe('/log-in/code');
  expect((await enterPassword(hers, amara)).location).toBe('/account');
  await hers.get('/account');
  await hers.post('/log-out');
  const revoke = the.needs.database.updateTable('device').set({ revoked_at: the.clock.now() });
  await revoke.where('account_id', '=', amara.id).execute();
  expect((await enterPassword(hers, amara)).location).toBe('/log-in/code');
  const once = await remembered(the, omar);
  await resetPassword(the, the.browser(), omar.email, newPassword);
  expect((await enterPassword(once, { ...omar, password: newPassword })).location).toBe('/log-in/code');
});

test('a password changed by its owner leaves no device remembered', async () => {
  const the = await portal({ settings: needed });
  const amara = await the.addPerson({ factors: ['authenticator'] });
  const browser = await remembered(the, amara);
  await enterPassword(browser, amara);
  await browser.get('/account/details/password');
  await browser.post('/account/details/password', { password: newPassword });
  await browser.get('/account');
  await browser.post('/log-out');
  const person = { ...amara, password: newPassword };
  expect((await enterPassword(browser, person)).location).toBe('/log-in/code');
});

test('a device forgotten between password and code comes back as a new one', async () => {
  const the = await portal({ settings: needed });
  const amara = await the.addPerson({ factors: ['authenticator'] });
  const browser = await remembered(the, amara);
  await the.needs.database.updateTable('device').set({ remembered_until: null }).execute();
  await enterPassword(browser, amara);
  await browser.get('/log-in/code');
  await the.needs.database.updateTable('device').set({ revoked_at: the.clock.now() }).execute();
  expect((await enterCode(browser, amara.codes.authenticator())).location).toBe('/account');
  const onRevoked = await the.needs.database
    .selectFrom('session')
    .innerJoin('device', 'device.id', 'session.device_id')
    .select('session.id')
    .where('session.ended_at', 'is', null)
    .where('device.revoked_at', 'is not', null)
    .execute();
  expect(onRevoked).toEqual([]);
});

test('a number that was added a short time ago lets nobody in without a code by email beside it', async () => {
  const the = await portal({ settings: needed });
  const amara = await the.addPerson({ factors: ['text'] });
  const trusted = new Date(the.clock.now().getTime() + hours(24));
  await the.needs.database.updateTable('factor').set({ trusted_from: trusted }).execute();
  const browser = await waiting(the, amara);
  const half = await enterCode(browser, await sentCode(the, amara.codes.number));
  expect(half.location).toBe('/log-in/code');
  expect(await isLoggedIn(browser)).toBe(false);
  const page = await browser.get('/log-in/code');
  expect(page.text).toContain('Enter the code from your email');
  expect((await enterCode(browser, await sentCode(the, amara.codes.number))).status).toBe(422);
  expect((await enterCode(browser, await sentCode(the, amara.email))).location).toBe('/account');
});

test('only whoever knows the password learns that a code is asked for', async () => {
  const the = await portal({ settings: needed });
  const [amara, omar] = [
    await the.addPerson({ factors: ['authenticator', 'text'] }),
    await the.addPerson({ name: 'Omar Haddad' }),
  ];
  const seen = [];
  for (const identifier of [amara.email, omar.email, 'nobody@practice.example']) {
    const browser = the.browser();
    await browser.get('/log-in');
    the.workDone();
    const { status, text } = await browser.post('/log-in', { identifier, password: 'not this one' });
    seen.push({ status, text, ...the.workDone() });
  }
  const plain = seen.map((answer) => ({
    ...answer,
    text: answer.text.replace(/\S+@practice\.example/g, ''),
  }));
  expect(plain[1]).toEqual(plain[0]);
  expect(plain[2]).toEqual(plain[0]);
});

test('log in asks the database no more than before where nobody has a code, and the code step little', async () => {
  const the = await portal({ settings: { secondFactor: { needed: 'staff-and-administrators' } } });
  const [omar, amara] = [
    await the.addPerson({ name: 'Omar Haddad' }),
    await the.addPerson({ factors: ['authenticator'] }),
  ];
  const plain = the.browser();
  await plain.get('/log-in');
  the.workDone();
  await plain.post('/log-in', { identifier: omar.email, password: omar.password });
  const { statements, hashes } = the.workDone();
  expect([statements.length, hashes]).toEqual([10, 1]);
  const browser = await waiting(the, amara);
  await browser.get('/log-in/code');
  the.workDone();
  await browser.post('/log-in/code', { code: amara.codes.authenticator() });
  const step = the.workDone();
  expect(step.statements.length).toBeLessThanOrEqual(32);
  expect(step.hashes).toBe(0);
});
