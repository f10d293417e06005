import { afterAll, expect, test } from 'vitest';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import type { Browser } from '../../../tests/support/portal-browser.ts';
import { someoneWaits } from '../../../tests/support/someone-waits.ts';
import { hours, minutes } from '../../kernel/duration.ts';
import { inTransaction } from '../../platform/database/database.ts';

const ends: (() => unknown)[] = [];
afterAll(async () => {
  for (const end of ends.reverse()) await end();
});
const the: Portal = await portal({
  profile: 'recommended',
  settings: { lockout: { triesPerNetwork: 1000 } },
  atEnd: (end) => void ends.push(end),
});
const password = 'Nine-quiet-otters-27';
const sessionCookie = 'gatehouse-3000-ticket-session';

const mailOf = async (to: string) => {
  const mail = (await the.inbox(to)).find(({ subject }) => subject.startsWith('Log in to your'));
  const link = mail?.links.find((each) => each.includes('link='));
  return { secret: link ? (new URL(link).searchParams.get('link') ?? '') : '', code: mail?.codes[0] ?? '' };
};

async function askedFor(email: string, browser: Browser = the.browser()) {
  await browser.get('/tickets/log-in');
  await browser.post('/tickets/log-in', { email, way: 'link' });
  return { browser, ...(await mailOf(email)) };
}

async function registered(email: string, chosen = password): Promise<Browser> {
  const { browser, secret } = await askedFor(email);
  await browser.post('/tickets/log-in/link', { link: secret });
  await browser.get('/tickets/account/password');
  await browser.post('/tickets/account/password', { password: chosen });
  return browser;
}

const withoutIds = (html: string) =>
  html
    .replace(/name="csrf" value="[^"]+"/g, '')
    .replace(/nonce="[^"]+"/g, '')
    .replace(/R[A-Z0-9-]{6,}/g, 'REF')
    .replace(/value="[^"@]+@[^"]+"/g, 'value="ADDRESS"');

const shapes = (statements: string[]) => statements.map((sql) => sql.replace(/\$\d+/g, '?'));

test('enumeration: an address that is known and one that is not take the same statements, hash, status and words', async () => {
  await registered('known@post.example');
  the.clock.advance(minutes(1));
  const answers = [];
  for (const email of ['known@post.example', 'unknown@post.example']) {
    const browser = the.browser();
    await browser.get('/tickets/log-in');
    the.workDone();
    const typed = await browser.post('/tickets/log-in', { email, password: 'Not-the-right-one-1' });
    const logIn = the.workDone();
    const linked = await browser.post('/tickets/log-in', { email, way: 'link' });
    const link = the.workDone();
    const created = await browser.post('/tickets/create-account', { email, fullName: 'Some Body' });
    const create = the.workDone();
    const coded = await browser.post('/tickets/log-in/sent', { email, code: '1111 1111' });
    const code = the.workDone();
    answers.push({
      pages: [typed, linked, created, coded].map(({ status, location, html }) => [
        status,
        location?.replace(/to=[\w-]+/, 'to=SEALED'),
        withoutIds(html),
      ]),
      work: [logIn, link, create, code].map(({ hashes, statements }) => [hashes, shapes(statements)]),
    });
  }
  expect(answers[0]).toEqual(answers[1]);
});

test('lockout as an oracle: guessing at the door of staff says nothing about an address here', async () => {
  await registered('here@post.example');
  const closures = [];
  for (const email of ['here@post.example', 'not-here@post.example']) {
    const staff = the.browser();
    await staff.get('/log-in/staff');
    for (let time = 0; time < 6; time += 1)
      await staff.post('/log-in/staff', { identifier: email, password: 'Not-the-right-one-1' });
    const browser = the.browser();
    await browser.get('/tickets/log-in');
    const { status } = await browser.post('/tickets/log-in', { email, password: 'Not-the-right-one-1' });
    closures.push(status);
  }
  expect(closures).toEqual([422, 422]);
});

test('guessing: five wrong passwords close password entry alike for known and unknown, and the owner still gets in by link', async () => {
  const email = 'guessed@post.example';
  await registered(email);
  for (const name of [email, 'nobody-at-all@post.example']) {
    const thief = the.browser();
    await thief.get('/tickets/log-in');
    const statuses = [];
    for (let time = 0; time < 6; time += 1)
      statuses.push(
        (await thief.post('/tickets/log-in', { email: name, password: 'Wrong-again-99x' })).status,
      );
    expect(statuses).toEqual([422, 422, 422, 422, 429, 429]);
  }
  the.clock.advance(hours(1));
  const { browser, secret } = await askedFor(email);
  expect((await browser.post('/tickets/log-in/link', { link: secret })).location).toBe('/tickets');
  const after = the.browser();
  await after.get('/tickets/log-in');
  expect((await after.post('/tickets/log-in', { email, password })).location).toBe('/tickets');
});

test('scanner: looking at the link, however often, uses nothing up', async () => {
  const { browser, secret } = await askedFor('scanned@post.example');
  for (let look = 0; look < 3; look += 1) {
    await the.browser().get(`/tickets/log-in/link?link=${secret}`);
    await the.browser().head(`/tickets/log-in/link?link=${secret}`);
  }
  expect((await browser.post('/tickets/log-in/link', { link: secret })).status).toBe(303);
});

test('replay and race: a link lets in once, however many use it at once, and its code not at all then', async () => {
  const email = 'raced@post.example';
  const { secret, code } = await askedFor(email);
  const browsers = await Promise.all(
    Array.from({ length: 5 }, async () => {
      const browser = the.browser();
      await browser.get('/tickets/log-in');
      return browser;
    }),
  );
  const answers = await Promise.all(
    browsers.map((browser) => browser.post('/tickets/log-in/link', { link: secret })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 410, 410, 410, 410]);
  const late = the.browser();
  await late.get('/tickets/log-in/sent');
  expect((await late.post('/tickets/log-in/sent', { email, code })).status).toBe(422);
});

test('race: somebody who follows their first link while another is asked for gets in, and the other is sent', async () => {
  const email = 'first.race@post.example';
  const { browser, secret } = await askedFor(email);
  const { needs } = the;
  const [isHeld, gone] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const held = inTransaction(needs.database, async (tx) => {
    const requesters = tx.selectFrom('requester').select('id').where('canonical', '=', email);
    await requesters.forUpdate().execute();
    isHeld.resolve();
    await gone.promise;
  });
  await isHeld.promise;
  const again = the.browser();
  const asked = again
    .get('/tickets/log-in')
    .then(() => again.post('/tickets/log-in', { email, way: 'link' }));
  await someoneWaits(needs.database);
  const used = browser.post('/tickets/log-in/link', { link: secret });
  await new Promise((done) => setTimeout(done, 300));
  gone.resolve();
  await held;
  expect([(await asked).status, (await used).status]).toEqual([303, 303]);
});

test('an older link, and one that ran out, lead to asking for a new one', async () => {
  const email = 'older@post.example';
  const first = await askedFor(email);
  the.clock.advance(minutes(2));
  const second = await askedFor(email);
  expect((await first.browser.post('/tickets/log-in/link', { link: first.secret })).status).toBe(410);
  the.clock.advance(hours(1) + minutes(1));
  const late = await second.browser.get(`/tickets/log-in/link?link=${second.secret}`);
  expect([late.status, late.text]).toEqual([
    410,
    expect.stringContaining('This link does not work any more'),
  ]);
});

test('flood: past five requests an hour nothing is sent and nothing reissued, and the page is the same', async () => {
  const email = 'flooded@post.example';
  the.clock.advance(hours(1));
  const asked = [];
  for (let time = 0; time < 7; time += 1) {
    asked.push(await askedFor(email));
    the.clock.advance(minutes(1));
  }
  expect((await the.inbox(email)).filter(({ subject }) => subject.startsWith('Log in'))).toHaveLength(5);
  const last = asked[6];
  expect((await last?.browser.post('/tickets/log-in/link', { link: last.secret }))?.status).toBe(303);
});

test('fixation: whoever plants a session or a link of their own gains nothing of who logs in after', async () => {
  const thief = await registered('thief@post.example');
  const victim = the.browser();
  const planted = thief.cookies.get(sessionCookie) ?? '';
  victim.cookies.set(sessionCookie, planted);
  await victim.get('/tickets/log-in?again=yes');
  await victim.post('/tickets/log-in', { email: 'victim@post.example', way: 'link' });
  const { secret } = await mailOf('victim@post.example');
  await victim.get(`/tickets/log-in/link?link=${secret}`);
  await victim.post('/tickets/log-in/link', { link: secret });
  expect(victim.cookies.get(sessionCookie)).not.toBe(planted);
  expect((await thief.get('/tickets/account/password')).text).not.toContain('victim@post.example');
});

test('a ticket session in the cookie of staff, or of the portal, opens nothing there; nor the other way round', async () => {
  const browser = await registered('crossed@post.example');
  const token = browser.cookies.get(sessionCookie) ?? '';
  const crossed = the.browser();
  crossed.cookies.set('gatehouse-3000-support-session', token);
  crossed.cookies.set('gatehouse-3000-session', token);
  for (const address of [
    '/desk',
    '/desk/devices',
    '/desk/security',
    '/desk/confirm',
    '/desk/tasks',
    '/account',
    '/account/devices',
    '/account/details',
  ])
    expect([303, 404], address).toContain((await crossed.get(address)).status);
  const agent = await the.addPerson({ name: 'Ada Agent', email: 'ada@gatehouse.example', staff: 'agent' });
  const staff = the.browser();
  await staff.get('/log-in/staff');
  await staff.post('/log-in/staff', { identifier: agent.email, password: agent.password });
  const other = the.browser();
  other.cookies.set(sessionCookie, staff.cookies.get('gatehouse-3000-support-session') ?? '');
  expect((await other.get('/tickets/account/password')).status).toBe(303);
});

test('the account of tickets is invisible to the portal: it is no account to log in with, recover or find', async () => {
  const email = 'unseen@post.example';
  await registered(email);
  const browser = the.browser();
  await browser.get('/log-in');
  const portal = await browser.post('/log-in', { identifier: email, password });
  expect(portal.status).toBe(422);
  await browser.post('/forgotten-details', { email });
  const subjects = (await the.inbox(email)).map(({ subject }) => subject);
  expect(subjects.some((subject) => /no account/i.test(subject))).toBe(true);
  const agent = await the.addPerson({ name: 'Bo Agent', email: 'bo@gatehouse.example', staff: 'agent' });
  const staff = the.browser();
  await staff.get('/log-in/staff');
  await staff.post('/log-in/staff', { identifier: agent.email, password: agent.password });
  expect((await staff.get(`/desk/people?q=${encodeURIComponent(email)}`)).html).not.toContain(
    '/desk/people/0',
  );
});
