import { afterAll, expect, test } from 'vitest';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import type { Browser } from '../../../tests/support/portal-browser.ts';
import { secretIn } from '../../../tests/support/ticket-visitors.ts';
import { days, hours, minutes } from '../../kernel/duration.ts';

const ends: (() => unknown)[] = [];
const atEnd = (end: () => unknown) => void ends.push(end);
afterAll(async () => {
  for (const end of ends.reverse()) await end();
});
const the: Portal = await portal({ profile: 'patient-portal', atEnd });
const password = 'Nine-quiet-otters-27';

async function lastMail(to: string) {
  const mail = (await the.inbox(to)).find(({ subject }) => subject.startsWith('Log in to your'));
  const link = mail?.links.find((each) => each.includes('link=')) ?? '';
  return { link, code: mail?.codes[0] ?? '' };
}

async function register(browser: Browser, email: string, fullName = 'Wren Ashdown') {
  await browser.get('/tickets/create-account');
  const sent = await browser.post('/tickets/create-account', { fullName, email });
  return { sent, ...(await lastMail(email)) };
}

async function registered(email: string, chosen?: string): Promise<Browser> {
  const browser = the.browser();
  const { link } = await register(browser, email);
  await browser.get(link);
  const done = await browser.post('/tickets/log-in/link', { link: secretIn(link) });
  if (chosen) {
    await browser.follow(done);
    await browser.post('/tickets/account/password', { password: chosen });
  }
  return browser;
}

test('[C9] a person registers with support by their address and name, follows the link, and may choose a password', async () => {
  const email = 'wren@post.example';
  const browser = the.browser();
  const { sent, link } = await register(browser, email);
  expect([sent.status, sent.location]).toEqual([303, expect.stringMatching(/^\/tickets\/log-in\/sent\?to=/)]);
  expect((await browser.follow(sent)).text).toContain('Check your email');
  expect((await browser.get(link)).text).toContain('You stay logged in for 30 days');
  const done = await browser.post('/tickets/log-in/link', { link: secretIn(link) });
  expect(done.location).toBe('/tickets/account/password?new=yes');
  const choose = await browser.follow(done);
  expect(choose.text).toContain('You do not need a password');
  expect(choose.text).toContain('Wren Ashdown');
  const chosen = await browser.post('/tickets/account/password', { password });
  expect(chosen.location).toBe('/tickets/account?done=password');
  const again = the.browser();
  await again.get('/tickets/log-in');
  const logged = await again.post('/tickets/log-in', { email, password });
  expect([logged.status, logged.location]).toEqual([303, '/tickets']);
});

test('[C9] whoever is new and chooses a password goes on to where they wanted, also when the first one is refused', async () => {
  const [email, next] = ['kit@post.example', '/tickets/new/other'];
  const browser = the.browser();
  await browser.get('/tickets/log-in');
  await browser.post('/tickets/log-in', { email, way: 'link', next });
  const { code } = await lastMail(email);
  const choose = await browser.follow(await browser.post('/tickets/log-in/sent', { email, code, next }));
  for (const field of ['name="new" value="yes"', `name="next" value="${next}"`])
    expect(choose.html).toContain(field);
  const refused = await browser.post('/tickets/account/password', { password: 'short', new: 'yes', next });
  expect([refused.status, refused.html]).toEqual([
    422,
    expect.stringContaining(`name="next" value="${next}"`),
  ]);
  expect(refused.html).toContain(`<a href="${next}">Go on without a password`);
  const chosen = await browser.post('/tickets/account/password', { password, new: 'yes', next });
  expect(chosen.location).toBe(next);
});

test('[C9] whoever chose a password stays logged in on that device for as long as before', async () => {
  const browser = await registered('lasting@post.example');
  await browser.get('/tickets/account/password');
  const chosen = await browser.post('/tickets/account/password', { password });
  const cookies = [chosen.headers['set-cookie']].flat().map(String);
  expect(cookies.find((each) => each.includes('ticket-session='))).toContain(`Max-Age=${days(30) / 1000}`);
});

test('[C9] whoever chose no password comes by the code of an email, and goes on to where they wanted', async () => {
  const email = 'ivo@post.example';
  const browser = the.browser();
  await browser.get('/tickets/log-in?next=/tickets/account');
  const asked = await browser.post('/tickets/log-in', { email, way: 'link', next: '/tickets/account' });
  expect(asked.location).toMatch(/^\/tickets\/log-in\/sent\?to=[\w-]+&next=%2Ftickets%2Faccount$/);
  const { code } = await lastMail(email);
  const sent = await browser.follow(asked);
  expect(sent.html).toContain(`value="${email}"`);
  expect((await browser.get('/tickets/log-in/sent?to=guessed')).html).not.toContain(email);
  const wrong = await browser.post('/tickets/log-in/sent', { email, code: '0000 0000' });
  expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('The code is not right')]);
  const done = await browser.post('/tickets/log-in/sent', { email, code, next: '/tickets/account' });
  expect(done.location).toBe('/tickets/account/password?new=yes&next=%2Ftickets%2Faccount');
  the.clock.advance(minutes(1));
  const second = the.browser();
  await second.get('/tickets/log-in');
  await second.post('/tickets/log-in', { email, password: '' });
  const { link } = await lastMail(email);
  await second.get(link);
  expect((await second.post('/tickets/log-in/link', { link: secretIn(link) })).location).toBe('/tickets');
});

test('a session of tickets stays on its device for 30 days, however little it is used, and ends then', async () => {
  const browser = await registered('noor@post.example');
  the.clock.advance(days(29));
  expect((await browser.get('/tickets/log-in')).location).toBe('/tickets');
  the.clock.advance(days(1) + minutes(1));
  const ended = await browser.get('/tickets/account/password');
  expect(ended.location).toBe('/tickets/log-in?next=%2Ftickets%2Faccount%2Fpassword&ended=ended');
  expect((await browser.follow(ended)).text).toContain('You were logged out');
});

test('a change of the password asks to log in once more when that was long ago, and logs everybody else out', async () => {
  const email = 'tam@post.example';
  const browser = await registered(email, password);
  const other = the.browser();
  await other.get('/tickets/log-in');
  await other.post('/tickets/log-in', { email, password });
  the.clock.advance(hours(1));
  const asked = await browser.get('/tickets/account/password');
  expect(asked.location).toBe('/tickets/log-in?again=yes&next=%2Ftickets%2Faccount%2Fpassword');
  expect((await browser.follow(asked)).text).toContain('Log in once more');
  await browser.post('/tickets/log-in', { email, password, next: '/tickets/account/password' });
  await browser.get('/tickets/account/password');
  const removed = await browser.post('/tickets/account/password/remove');
  expect(removed.location).toBe('/tickets/account?done=password-removed');
  expect((await other.get('/tickets/account/password')).location).toContain('/tickets/log-in?');
  const old = await the.browser().post('/tickets/log-in', { email, password });
  expect(old.text).toContain('The email address or password is not right');
  expect((await the.inbox(email)).map(({ subject }) => subject)).toContain(
    'The password for your tickets was removed',
  );
});

test('log out ends it on this device, and says so', async () => {
  const browser = await registered('bea@post.example');
  await browser.get('/tickets/account/password');
  const out = await browser.post('/tickets/log-out');
  expect((await browser.follow(out)).text).toContain('You are logged out of your tickets');
  expect((await browser.get('/tickets/account/password')).location).toContain('/tickets/log-in?next=');
});

test('what is typed wrong is said beside its field, and stays', async () => {
  const browser = the.browser();
  await browser.get('/tickets/create-account');
  const wrong = await browser.post('/tickets/create-account', { fullName: '', email: 'nobody' });
  expect(wrong.status).toBe(422);
  for (const words of ['Enter your full name', 'Enter an email address in the correct format'])
    expect(wrong.text).toContain(words);
  expect(wrong.html).toContain('value="nobody"');
  const logIn = await browser.post('/tickets/log-in', { email: 'x', password: 'y' });
  expect([logIn.status, logIn.text]).toEqual([422, expect.stringContaining('Enter an email address')]);
});

test('the owner is told of a new device, and of too many wrong passwords, in words of tickets alone', async () => {
  const email = 'told@post.example';
  await registered(email, password);
  the.clock.advance(hours(2));
  const elsewhere = the.browser();
  await elsewhere.get('/tickets/log-in');
  await elsewhere.post('/tickets/log-in', { email, password });
  const thief = the.browser();
  await thief.get('/tickets/log-in');
  const wrong = { email, password: 'Wrong-every-time-1', next: '/tickets/new' };
  for (let time = 0; time < 4; time += 1) await thief.post('/tickets/log-in', wrong);
  const closed = await thief.post('/tickets/log-in', wrong);
  expect([closed.status, closed.html]).toEqual([
    429,
    expect.stringContaining('href="/tickets/log-in?next=%2Ftickets%2Fnew"'),
  ]);
  the.clock.advance(minutes(1));
  const subjects = (await the.inbox(email)).map(({ subject }) => subject);
  expect(subjects).toContain('Your support tickets were opened on a new device');
  expect(subjects).toContain('Too many wrong passwords for your support tickets');
});
