import { expect, test } from 'vitest';
import {
  enterCode,
  enterPassword,
  linkIn,
  logIn,
  secretOf,
  sentCode,
  wrongCode,
} from '../../../tests/support/main-job.ts';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import type { Browser } from '../../../tests/support/portal-browser.ts';
import type { AddedPerson } from '../../../tests/support/portal-people.ts';
import { chooseWay, confirmApp } from '../../../tests/support/set-up.ts';
import { days, minutes } from '../../kernel/duration.ts';

const needed = { secondFactor: { needed: 'everyone', textAlone: true } };
const device = 'gatehouse-3000-device';

async function waiting(the: Portal, person: AddedPerson, at = '/log-in'): Promise<Browser> {
  const browser = the.browser();
  await enterPassword(browser, person, at);
  return browser;
}

const isLoggedIn = async (browser: Browser): Promise<boolean> =>
  (await browser.get('/account')).status === 200;

const openSessions = ({ needs }: Portal) =>
  needs.database.selectFrom('session').select('id').where('ended_at', 'is', null).execute();

test('strangers: whoever sets up somebody else’s number in accounts of their own leaves its owner the texts', async () => {
  const the = await portal({ settings: { ...needed, texts: { perNumberPerDay: 3 } } });
  const amara = await the.addPerson({ factors: ['text'] });
  const stranger = await waiting(the, await the.addPerson({ name: 'Omar Haddad' }));
  const statuses: number[] = [];
  for (let times = 0; times < 4; times += 1) {
    await stranger.get('/log-in/set-up/text');
    statuses.push((await stranger.post('/log-in/set-up/text', { phone: amara.codes.number })).status);
    the.clock.advance(minutes(6));
  }
  expect(statuses).toEqual([303, 303, 303, 429]);
  const before = (await the.inbox(amara.codes.number)).length;
  await waiting(the, amara);
  expect((await the.inbox(amara.codes.number)).length).toBe(before + 1);
});

test('cost: nobody has texts sent to countries that the operator did not name, to satellites or to premium numbers', async () => {
  const the = await portal({ settings: needed });
  const browser = await waiting(the, await the.addPerson());
  await browser.get('/log-in/set-up/text');
  for (const phone of ['+353 85 012 3456', '+1 876 555 1234', '+881 6 1234 5678', '+979 123 456 789'])
    expect((await browser.post('/log-in/set-up/text', { phone })).status).toBe(422);
  expect((await browser.post('/log-in/set-up/text', { phone: '+33 6 12 34 56 78' })).text).toContain(
    'numbers that begin with +44',
  );
  const sent = the.needs.database.selectFrom('outbox').select('id').where('channel', '=', 'sms');
  expect(await sent.execute()).toEqual([]);
  expect((await browser.post('/log-in/set-up/text', { phone: '07700 900 888' })).status).toBe(303);
});

test('a code and what takes it away at the same moment: nobody is in afterwards', async () => {
  const the = await portal({ settings: needed });
  const amara = await the.addPerson({ factors: ['authenticator'] });
  let password = amara.password;
  for (const next of ['Four-brisk-geese-4', 'Five-quiet-otters-5']) {
    const browser = await waiting(the, { ...amara, password });
    await browser.get('/log-in/code');
    const other = the.browser();
    await other.get('/forgotten-details');
    await other.post('/forgotten-details', { email: amara.email, realm: 'portal' });
    const link = await linkIn(the, amara.email, '/reset-password');
    await other.get(link);
    const code = amara.codes.authenticator();
    const [entered, reset] = await Promise.all([
      browser.post('/log-in/code', { code }),
      other.post('/reset-password', { link: secretOf(link), password: next }),
    ]);
    expect([entered.status, reset.status]).toEqual([303, 200]);
    expect(await isLoggedIn(browser)).toBe(false);
    expect(await openSessions(the)).toEqual([]);
    password = next;
    the.clock.advance(minutes(20));
  }
});

test('everything at once for one account ends in answers, never in a fault', async () => {
  const the = await portal({ settings: needed });
  const amara = await the.addPerson({ factors: ['authenticator', 'text', 'recovery-codes'] });
  const logged = the.browser();
  await logIn(logged, amara);
  await logged.get('/account/confirm');
  const list = await Promise.all([1, 2, 3, 4].map(() => waiting(the, amara)));
  for (const browser of list) await browser.get('/log-in/code');
  const right = amara.codes.authenticator();
  const posts = list.flatMap((browser) => [
    browser.post('/log-in/code', { code: right }),
    browser.post('/log-in/code', { code: wrongCode(right) }),
    browser.post('/log-in/code/send', {}),
    browser.post('/log-in/code/passkey', { passkey: '{}' }),
  ]);
  const more = [
    logged.post('/account/confirm', { password: amara.password }),
    logged.post('/account/confirm/code', { code: right }),
    the.browser().post('/log-in', { identifier: amara.email, password: amara.password }),
    the.browser().post('/log-in', { identifier: amara.email, password: 'Not-the-password-0' }),
  ];
  const answers = await Promise.all([...posts, ...more, the.runDue()]);
  const statuses = answers.flatMap((answer) => (answer ? [answer.status] : []));
  expect(statuses.filter((status) => status >= 500)).toEqual([]);
});

test('guessing in all: whoever has the password and a known browser has five codes in each, and its session is gone', async () => {
  const the = await portal({ settings: needed });
  const amara = await the.addPerson({ factors: ['authenticator'] });
  const known = the.browser();
  await logIn(known, amara);
  const bad = wrongCode(amara.codes.authenticator());
  let looked = 0;
  const count = (status: number) => {
    if (status === 422) looked += 1;
    return status;
  };
  for (let tries = 0; tries < 7; tries += 1) count((await enterCode(await waiting(the, amara), bad)).status);
  const way = /way=([0-9a-f-]{36})/.exec((await known.get('/account/confirm')).html)?.[1] ?? '';
  for (let tries = 0; tries < 7; tries += 1)
    count((await known.post('/account/confirm/code', { code: bad, way })).status);
  expect(looked).toBe(8);
  expect(await isLoggedIn(known)).toBe(false);
  const again = the.browser();
  again.cookies.set(device, known.cookies.get(device) ?? '');
  await enterPassword(again, amara);
  for (let tries = 0; tries < 7; tries += 1) count((await enterCode(again, bad)).status);
  expect(looked).toBeLessThanOrEqual(8);
});

test('logs and metrics say nothing of numbers, codes, addresses or passwords', async () => {
  const the = await portal({ settings: needed });
  const amara = await the.addPerson({ factors: ['text', 'recovery-codes'] });
  const browser = await waiting(the, amara);
  await browser.get('/log-in/code');
  await browser.post('/log-in/code', { code: '123456' });
  const code = await sentCode(the, amara.codes.number);
  await enterCode(browser, code);
  const metrics = (await the.server.inject({ url: '/metrics', headers: { host: 'localhost:3000' } })).body;
  const said = `${the.logLines.join('\n')}\n${metrics}`;
  const { email, password, id, codes } = amara;
  const secrets = [code, codes.number.slice(3), email, password, id, ...browser.cookies.values()];
  expect(secrets.filter((secret) => said.includes(secret))).toEqual([]);
});

test('grace: “not now” ends the moment that anything is set up, in whichever browser, and with its time', async () => {
  const the = await portal({
    settings: { secondFactor: { needed: 'everyone', textAlone: true, grace: '7 days' } },
  });
  const amara = await the.addPerson();
  const thief = await waiting(the, amara);
  await thief.get('/log-in/set-up');
  const owner = await waiting(the, amara);
  await owner.get('/log-in/set-up');
  const page = await chooseWay(owner, '/log-in/set-up', 'authenticator');
  await confirmApp(owner, '/log-in/set-up', page, the.clock.now());
  expect((await thief.post('/log-in/set-up/later')).location).toMatch(/^\/log-in/);
  expect(await isLoggedIn(thief)).toBe(false);
  const omar = await the.addPerson({ name: 'Omar Haddad' });
  const his = await waiting(the, omar);
  await his.get('/log-in/set-up');
  expect((await his.post('/log-in/set-up/later')).location).toBe('/account');
  the.clock.advance(days(8));
  const late = await waiting(the, omar);
  await late.get('/log-in/set-up');
  await late.post('/log-in/set-up/later');
  expect(await isLoggedIn(late)).toBe(false);
});

test('remembering is asked for by nobody who may not have it', async () => {
  const the = await portal({ settings: needed });
  const main = await the.addPerson({ mainContactOf: 'Z90001', factors: ['authenticator'] });
  const agent = await the.addPerson({ name: 'Gwen Parry', staff: 'agent', factors: ['authenticator'] });
  for (const [person, at] of [
    [main, '/log-in'],
    [agent, '/log-in/staff'],
  ] as const) {
    const browser = await waiting(the, person, at);
    await enterCode(browser, person.codes.authenticator(), at, { remember: 'yes' });
  }
  const devices = await the.needs.database.selectFrom('device').select('remembered_until').execute();
  expect(devices.map((each) => each.remembered_until)).toEqual([null, null]);
});

test('cookies of one kind, realm or stage open nothing as another', async () => {
  const the = await portal({ settings: needed });
  const amara = await the.addPerson({ factors: ['authenticator'] });
  const browser = await waiting(the, amara);
  const token = browser.cookies.get('gatehouse-3000-log-in-attempt') ?? '';
  for (const name of [
    'session',
    'support-session',
    'device',
    'support-log-in-attempt',
    'passkey-challenge',
  ]) {
    const forged = the.browser();
    forged.cookies.set(`gatehouse-3000-${name}`, token);
    for (const address of ['/account', '/desk', '/log-in/staff/code', '/log-in/code'])
      expect([name, address, (await forged.get(address)).location]).toEqual([
        name,
        address,
        expect.stringMatching(/^\/log-in/),
      ]);
  }
});

test('a lost laptop: once staff log somebody out everywhere, or stop the account, no browser is spared the code', async () => {
  const the = await portal({ settings: needed });
  const amara = await the.addPerson({ factors: ['authenticator'] });
  const staff = { name: 'Gwen Parry', staff: 'administrator', factors: ['authenticator'] } as const;
  const desk = the.browser();
  await logIn(desk, await the.addPerson(staff), '/log-in/staff');
  const page = `/desk/people/${amara.id}`;
  for (const steps of [['log-out'], ['deactivate', 'activate']]) {
    const laptop = await waiting(the, amara);
    await enterCode(laptop, amara.codes.authenticator(), '/log-in', { remember: 'yes' });
    for (const step of steps) {
      await desk.get(page);
      const done = await desk.post(`${page}/${step}`, { reason: 'Lost her laptop, called from her number' });
      expect([step, done.status]).toEqual([step, 303]);
    }
    expect((await enterPassword(laptop, amara)).location).toBe('/log-in/code');
  }
});

test('a code and the end of the account at the same moment: nobody is in, then or after it is active again', async () => {
  const the = await portal({ settings: needed });
  const amara = await the.addPerson({ factors: ['authenticator'] });
  const staff = { name: 'Gwen Parry', staff: 'administrator', factors: ['authenticator'] } as const;
  const desk = the.browser();
  await logIn(desk, await the.addPerson(staff), '/log-in/staff');
  const page = `/desk/people/${amara.id}`;
  const browser = await waiting(the, amara);
  await browser.get('/log-in/code');
  await desk.get(page);
  const reason = 'Asked by telephone, identity checked';
  const code = amara.codes.authenticator();
  const both = [browser.post('/log-in/code', { code }), desk.post(`${page}/deactivate`, { reason })];
  expect((await Promise.all(both)).map(({ status }) => status)).toEqual([303, 303]);
  await desk.get(page);
  await desk.post(`${page}/activate`, { reason });
  expect(await isLoggedIn(browser)).toBe(false);
  expect((await browser.get('/log-in/code')).location).toMatch(/^\/log-in\?/);
});
