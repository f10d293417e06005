import { expect, test } from 'vitest';
import { atTheDesk } from '../../../tests/support/at-the-desk.ts';
import { escapedWords } from '../../../tests/support/escaped-words.ts';
import { addPasskey, usePasskey } from '../../../tests/support/passkeys.ts';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import { minutes } from '../../kernel/duration.ts';

const inAccount = '/account/security/add/passkey';

async function withPasskey(the: Portal) {
  const person = await the.addPerson();
  const browser = the.browser();
  await browser.follow(
    await browser.post('/log-in', { identifier: person.email, password: person.password }),
  );
  return { person, browser, passkey: await addPasskey(browser, inAccount, { name: 'Work laptop' }) };
}

const stateOf = (the: Portal, state: 'deactivated' | 'closed') =>
  the.needs.database.updateTable('account').set({ state }).execute();

test('a passkey takes the place of name and password, and of a password that is asked for again', async () => {
  const the = await portal();
  const { person, passkey } = await withPasskey(the);
  const elsewhere = the.browser({ userAgent: 'Mozilla/5.0 (iPhone) Safari/600' });
  const next = '/account/details';
  expect((await usePasskey(elsewhere, { page: '/log-in', passkey, next })).location).toBe(next);
  expect((await elsewhere.get(inAccount)).status).toBe(200);
  const sent = await the.inbox(person.email);
  expect(sent.some(({ subject }) => subject === 'New log in to your account')).toBe(true);
  the.clock.advance(minutes(11));
  expect((await elsewhere.get(inAccount)).location).toMatch(/^\/account\/confirm/);
  const page = '/account/confirm';
  expect((await usePasskey(elsewhere, { page, passkey, next: inAccount })).location).toBe(inAccount);
  expect((await elsewhere.get(inAccount)).status).toBe(200);
});

test('a passkey logs in while password entry is closed by a stranger’s guesses', async () => {
  const the = await portal();
  const { person, passkey } = await withPasskey(the);
  const stranger = the.browser({ address: '203.0.113.9' });
  for (let tries = 0; tries < 5; tries += 1)
    await stranger.post('/log-in', { identifier: person.email, password: 'guess' });
  expect((await usePasskey(the.browser(), { page: '/log-in', passkey })).location).toBe('/account');
});

test('an account that is not active or closed is told of only after the right passkey', async () => {
  const the = await portal();
  const { passkey } = await withPasskey(the);
  await stateOf(the, 'deactivated');
  const stopped = await usePasskey(the.browser(), { page: '/log-in', passkey });
  expect([stopped.status, stopped.text.includes('Your account is not active')]).toEqual([403, true]);
  const odd = { origin: 'https://evil.example' };
  const forged = await usePasskey(the.browser(), { page: '/log-in', passkey, odd });
  expect(forged.text).not.toContain('not active');
  await stateOf(the, 'closed');
  const closed = await usePasskey(the.browser(), { page: '/log-in', passkey });
  expect(closed.text).toContain('Your account is closed');
});

test('staff create a passkey at the desk and log in with it there', async () => {
  const the = await portal();
  const { desk } = await atTheDesk(the);
  const passkey = await addPasskey(desk, '/desk/security/add/passkey');
  const elsewhere = the.browser();
  expect((await usePasskey(elsewhere, { page: '/log-in/staff', passkey })).location).toBe('/desk');
  expect((await elsewhere.get('/desk')).status).toBe(200);
});

test('[C4] whoever needs a second way creates a passkey in their first log in, and gives it at the next', async () => {
  const the = await portal({ settings: { secondFactor: { needed: 'everyone' } } });
  const person = await the.addPerson();
  const details = { identifier: person.email, password: person.password };
  const browser = the.browser();
  expect((await browser.post('/log-in', details)).location).toBe('/log-in/set-up');
  const passkey = await addPasskey(browser, '/log-in/set-up/passkey');
  await browser.get('/log-in/set-up/done');
  expect((await browser.post('/log-in/set-up/done')).location).toBe('/account');
  const again = the.browser();
  expect((await again.post('/log-in', details)).location).toBe('/log-in/code');
  const remembered = { page: '/log-in/code', passkey, next: '/account/details', remember: 'yes' };
  expect((await usePasskey(again, remembered)).location).toBe('/account/details');
  await again.post('/log-out');
  await again.get('/log-in');
  expect((await again.post('/log-in', details)).location).toBe('/account');
});

test('where passkeys are not offered none is added or takes the place of a password, and those there are go on beside one', async () => {
  const the = await portal();
  const { person, passkey, browser } = await withPasskey(the);
  const settings = { secondFactor: { methods: ['authenticator'] } };
  const now = await portal({ database: the.database, clock: the.clock, settings });
  const after = now.browser();
  expect((await after.get('/log-in')).html).not.toContain('data-passkey');
  expect((await usePasskey(after, { page: '/log-in', passkey })).status).toBe(422);
  expect(
    (await after.post('/log-in', { identifier: person.email, password: person.password })).location,
  ).toBe('/log-in/code');
  expect((await usePasskey(after, { page: '/log-in/code', passkey })).location).toBe('/account');
  expect((await after.get(inAccount)).status).toBe(404);
  expect((await browser.get(inAccount)).status).toBe(200);
});

test('every word about passkeys comes from a catalogue, in pages and in the email about a copy', async () => {
  const the = await portal({ settings: { service: { language: 'pseudo' } } });
  const { person, passkey, browser } = await withPasskey(the);
  const thiefs = passkey.copy();
  await usePasskey(the.browser(), { page: '/log-in', passkey });
  const pages = [
    await browser.get(inAccount),
    await browser.post(inAccount, { passkey: 'no passkey' }),
    await usePasskey(the.browser(), { page: '/log-in', passkey: thiefs }),
    await usePasskey(the.browser(), { page: '/log-in', passkey }),
    await the.browser().post('/log-in/passkey', { passkey: 'no passkey' }),
  ];
  const mail = (await the.inbox(person.email)).find(({ subject }) => /copied/.test(subject ?? ''));
  const { service, support } = the.settings;
  const data = [
    ...[person.name, 'Work laptop', 'Firefox on Windows', service.name, service.operator, the.config.origin],
    ...[support.email, support.phone, ...Object.values(support.hours), ...(mail?.links ?? [])],
  ];
  for (const { html } of pages) expect(escapedWords(html, data)).toEqual([]);
  expect(escapedWords(`${mail?.subject}\n${mail?.html}`, data)).toEqual([]);
});
