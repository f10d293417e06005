import { expect, test } from 'vitest';
import { atTheDesk } from '../../../tests/support/at-the-desk.ts';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import type { AddedPerson } from '../../../tests/support/portal-people.ts';
import { hours, minutes } from '../../kernel/duration.ts';

async function logIn(the: Portal, person: AddedPerson, browser = the.browser(), address = '/log-in') {
  await browser.get(address);
  await browser.follow(await browser.post(address, { identifier: person.email, password: person.password }));
  return browser;
}

const notices = async (the: Portal) =>
  (await the.inbox()).filter(({ subject }) => subject === 'New log in to your account');

test('a log in from a new browser is told to the owner, with when, which and what to do', async () => {
  const the = await portal();
  const amara = await the.addPerson();
  await logIn(the, amara);
  expect(await notices(the)).toEqual([]);
  the.clock.advance(hours(30));
  await logIn(the, amara, the.browser({ userAgent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X) Safari/605.1' }));
  const [notice, ...more] = await notices(the);
  expect(more).toEqual([]);
  expect(notice?.text).toContain('3 March 2026 at 3pm, with Safari on Mac');
  expect(notice?.links.some((link) => link.includes('/not-me?link='))).toBe(true);
});

test('a browser that is known is not told of again', async () => {
  const the = await portal();
  const amara = await the.addPerson();
  const browser = await logIn(the, amara);
  await logIn(the, amara);
  await the.inbox();
  await browser.post('/log-out');
  await logIn(the, amara, browser);
  expect((await notices(the)).length).toBe(1);
});

test('the log in after choosing a new password by mail is not told of: the mail did', async () => {
  const the = await portal();
  const amara = await the.addPerson();
  await logIn(the, amara);
  the.clock.advance(hours(30));
  const { database } = the.needs;
  await database.updateTable('device').set({ revoked_at: the.clock.now() }).execute();
  await database.updateTable('password').set({ set_at: the.clock.now() }).execute();
  the.clock.advance(minutes(5));
  await logIn(the, amara);
  expect(await notices(the)).toEqual([]);
  await logIn(the, amara);
  expect((await notices(the)).length).toBe(1);
});

test('staff are told of log ins to the desk too', async () => {
  const the = await portal();
  const gwen = await atTheDesk(the);
  await the.inbox();
  await logIn(the, gwen, the.browser(), '/log-in/staff');
  expect((await notices(the)).length).toBe(1);
});
