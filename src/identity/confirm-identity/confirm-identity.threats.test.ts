import { expect, test } from 'vitest';
import { atTheDesk } from '../../../tests/support/at-the-desk.ts';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import type { Browser } from '../../../tests/support/portal-browser.ts';
import { someoneWaits } from '../../../tests/support/someone-waits.ts';
import { minutes } from '../../kernel/duration.ts';
import { inTransaction } from '../../platform/database/database.ts';
import { lockAccount } from '../account.store.ts';
import { revokeDevices } from '../sessions/device.store.ts';
import { endSessions } from '../sessions/session.store.ts';

const session = 'gatehouse-3000-session';

async function enter(the: Portal, name = 'Amara Osei') {
  const person = await the.addPerson({ name });
  const browser = the.browser();
  const logIn = async () => {
    await browser.get('/log-in');
    return browser.post('/log-in', { identifier: person.email, password: person.password });
  };
  await browser.follow(await logIn());
  return { person, browser, logIn };
}

const confirm = (browser: Browser, password: string) =>
  browser.post('/account/confirm', { password, next: '/account' });

test('the session goes on under a new token, and the old one is dead', async () => {
  const the = await portal();
  const { person, browser } = await enter(the);
  const old = browser.cookies.get(session) ?? '';
  expect((await confirm(browser, person.password)).location).toBe('/account');
  expect(browser.cookies.get(session)).not.toBe(old);
  expect((await browser.get('/account')).status).toBe(200);
  const thief = the.browser();
  thief.cookies.set(session, old);
  expect((await thief.get('/account')).location).toMatch(/^\/log-in/);
});

test('a token planted before log in opens nothing afterwards', async () => {
  const the = await portal();
  const person = await the.addPerson();
  const victim = the.browser();
  victim.cookies.set(session, 'A'.repeat(43));
  await victim.post('/log-in', { identifier: person.email, password: person.password });
  expect(victim.cookies.get(session)).not.toBe('A'.repeat(43));
  const thief = the.browser();
  thief.cookies.set(session, 'A'.repeat(43));
  expect((await thief.get('/account')).location).toMatch(/^\/log-in/);
});

test('whoever sits down at an open session cannot go on guessing: the fifth wrong password ends it', async () => {
  const the = await portal();
  const { person, browser } = await enter(the);
  for (let tries = 0; tries < 4; tries += 1) expect((await confirm(browser, 'guess')).status).toBe(422);
  const last = await confirm(browser, 'guess');
  expect([last.status, last.text.includes('you were logged out')]).toEqual([429, true]);
  expect((await browser.get('/account')).location).toMatch(/^\/log-in/);
  const device = await the.needs.database.selectFrom('device').select('revoked_at').executeTakeFirst();
  expect(device?.revoked_at).not.toBeNull();
  const elsewhere = the.browser();
  const inside = await elsewhere.post('/log-in', { identifier: person.email, password: person.password });
  expect(inside.location).toBe('/account');
});

test('wrong passwords there and at log in from this device are counted together', async () => {
  const the = await portal();
  const { person, browser, logIn } = await enter(the);
  for (let tries = 0; tries < 3; tries += 1) await confirm(browser, 'guess');
  await browser.post('/log-out');
  await browser.get('/log-in');
  await browser.post('/log-in', { identifier: person.email, password: 'guess' });
  const fifth = await browser.post('/log-in', { identifier: person.email, password: 'guess' });
  expect(fifth.status).toBe(429);
  expect((await logIn()).location).toBe('/account');
});

test('however many guesses arrive at once, no more than five are looked at', async () => {
  const the = await portal();
  const { browser } = await enter(the);
  await browser.get('/account/confirm');
  the.workDone();
  await Promise.all(Array.from({ length: 12 }, () => confirm(browser, 'guess')));
  expect(the.workDone().hashes).toBeLessThanOrEqual(5);
});

test('of many right answers at once one gives the new token, and the browser stays logged in', async () => {
  const the = await portal({ settings: { lockout: { tries: 10 } } });
  const { person, browser } = await enter(the);
  await browser.get('/account/confirm');
  const old = browser.cookies.get(session);
  const answers = await Promise.all(Array.from({ length: 6 }, () => confirm(browser, person.password)));
  expect(answers.filter(({ headers }) => String(headers['set-cookie']).includes(session)).length).toBe(1);
  expect(browser.cookies.get(session)).not.toBe(old);
  for (const answer of answers) expect((await browser.follow(answer)).status).toBe(200);
});

test('one hash is worked out whether the password is right or wrong', async () => {
  const the = await portal();
  const { person, browser } = await enter(the);
  await browser.get('/account/confirm');
  the.workDone();
  await confirm(browser, 'guess');
  expect(the.workDone().hashes).toBe(1);
  await confirm(browser, person.password);
  expect(the.workDone().hashes).toBe(1);
});

test('it leads nowhere but on to our own pages', async () => {
  const the = await portal();
  const { person, browser } = await enter(the);
  for (const next of ['//evil.example', 'https://evil.example/', '/\\evil.example']) {
    expect((await browser.get(`/account/confirm?next=${encodeURIComponent(next)}`)).html).toContain(
      'name="next" value="/account"',
    );
    const on = await browser.post('/account/confirm', { password: person.password, next });
    expect(on.location).toBe('/account');
  }
});

async function keptByChief() {
  const the = await portal();
  const chief = await atTheDesk(the, 'administrator');
  const amara = await the.addPerson();
  const address = `/desk/people/${amara.id}/deactivate`;
  await chief.desk.get(address);
  the.clock.advance(minutes(31));
  const late = (fields: Record<string, string>) => chief.desk.post(address, fields);
  const away = await late({ reason: 'Only for the chief.', password: 'typed by mistake' });
  const next = new URL(away.location ?? '', 'http://localhost').searchParams.get('next') ?? '';
  return { the, chief, address, next, late };
}

test('another person who logs in next never sees what was kept', async () => {
  const { the, chief, next } = await keptByChief();
  const other = await the.addPerson({ name: 'Ada Lis', staff: 'administrator' });
  await chief.desk.get('/log-in/staff');
  const page = await chief.desk.follow(
    await chief.desk.post('/log-in/staff', { identifier: other.email, password: other.password, next }),
  );
  expect(page.status).toBe(200);
  expect(page.text).not.toContain('Only for the chief.');
});

test('what is kept holds no password and cannot be read in the database', async () => {
  const { the, chief, next, address } = await keptByChief();
  const rows = await the.needs.database.selectFrom('kept_form').selectAll().execute();
  expect(rows.length).toBe(1);
  expect(rows[0]?.sealed_values.toString('latin1')).not.toContain('chief');
  expect(rows[0]?.address).toBe(address);
  await chief.desk.get('/log-in/staff');
  await chief.desk.post('/log-in/staff', { identifier: chief.email, password: chief.password });
  expect((await chief.desk.get(next)).text).toContain('Only for the chief.');
  expect((await chief.desk.get(next.replace('/deactivate', '/unlock'))).text).not.toContain('Only for');
  expect((await chief.desk.get(next)).html).not.toContain('typed by mistake');
});

test('nobody can plant a form: one without the session’s own token is not kept', async () => {
  const the = await portal();
  const chief = await atTheDesk(the, 'administrator');
  const amara = await the.addPerson();
  const address = `/desk/people/${amara.id}/deactivate`;
  await chief.desk.get(address);
  the.clock.advance(minutes(31));
  chief.desk.forgetToken();
  const away = await chief.desk.post(address, { reason: 'Planted by a stranger.' });
  expect(away.location).toMatch(/&ended=ended$/);
  expect(await the.needs.database.selectFrom('kept_form').selectAll().execute()).toEqual([]);
});

test('a session that somebody ended keeps nothing, and an endless sender keeps five forms', async () => {
  const { the, late } = await keptByChief();
  for (let sent = 0; sent < 9; sent += 1) await late({ reason: `Late ${sent}` });
  const count = async () => (await the.needs.database.selectFrom('kept_form').select('id').execute()).length;
  expect(await count()).toBe(5);
  await the.needs.database.deleteFrom('kept_form').execute();
  await the.needs.database.updateTable('session').set({ ended_at: the.clock.now() }).execute();
  await late({ reason: 'Too late.' });
  expect(await count()).toBe(0);
});

test('race: the wrong password that ends a session, while staff log the person out, ends in turns', async () => {
  const the = await portal();
  const { person, browser } = await enter(the);
  for (let tries = 0; tries < 4; tries += 1) await confirm(browser, 'guess');
  const { database } = the.needs;
  const { last } = await inTransaction(database, async (tx) => {
    await lockAccount(tx, person.id);
    await endSessions(tx, person.id, 'support', the.clock.now());
    const posted = confirm(browser, 'guess');
    await someoneWaits(database);
    await revokeDevices(tx, person.id, the.clock.now());
    return { last: posted };
  });
  expect((await last).status).toBe(429);
});
