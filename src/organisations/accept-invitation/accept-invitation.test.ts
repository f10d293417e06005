import { expect, test } from 'vitest';
import {
  codeOf,
  invite,
  invitedRow,
  linkOf,
  newest,
  rolesOf,
  secretOf,
  stopAccount,
  withMainContact,
} from '../../../tests/support/invited-people.ts';
import { logIn } from '../../../tests/support/main-job.ts';
import type { Portal } from '../../../tests/support/portal.ts';
import type { Browser } from '../../../tests/support/portal-browser.ts';
import { goodPassword } from '../../../tests/support/portal-people.ts';
import { days, minutes } from '../../kernel/duration.ts';

const ben = { email: 'ben.okoro@fern.example', fullName: 'Ben Okoro' };

/** From the link in the email to the end of setting up an account. */
async function acceptAndSetUp(browser: Browser, link: string) {
  await browser.get(link);
  const setUp = await browser.follow(await browser.post('/invitation', { link: secretOf(link) }));
  return browser.post('/activate', {
    link: /name="link" value="([^"]+)"/.exec(setUp.html)?.[1] ?? '',
    name: 'Ben Okoro',
    password: goodPassword,
  });
}

async function acceptLoggedIn(run: Portal, person: { email: string; password: string }, id: string) {
  const browser = run.browser();
  await logIn(browser, person);
  return browser.post(`/account/invitations/${id}`);
}

test('[P8 P13] a new person looks at the invitation, accepts, sets up an account and acts for the practice', async () => {
  const { run } = await withMainContact();
  await invite(run, { ...ben, roles: ['supplies/order-clerk'] });
  const person = run.browser();
  const link = await linkOf(run, ben.email);
  const page = await person.get(link);
  expect(page.status).toBe(200);
  for (const shown of ['Practice Z90002', 'Amara Osei', 'Order entry clerk: Orders supplies', ben.email])
    expect(page.text).toContain(shown);
  expect((await acceptAndSetUp(person, link)).text).toContain('Your account is set up');
  await logIn(person, { email: ben.email, password: goodPassword });
  expect((await person.get('/organisations/Z90002')).text).toContain('Order entry clerk');
});

test('[P16 P18] who has an account logs in, accepts, and has both practices with one password', async () => {
  const { run } = await withMainContact();
  const person = await run.addPerson({ ...ben, name: 'Ben Okoro', roles: { Z90003: ['portal/member'] } });
  const id = await invite(run, ben);
  const browser = run.browser();
  const link = await linkOf(run, ben.email);
  expect((await newest(run, ben.email)).text).toContain('You have an account with this email address');
  const page = await browser.get(link);
  expect(page.html).toContain(`/log-in?next=%2Faccount%2Finvitations%2F${id}`);
  await logIn(browser, person);
  expect((await browser.get('/account')).text).toContain('You are invited to an organisation');
  expect((await browser.get('/account/invitations')).text).toContain('Amara Osei added you');
  run.clock.advance(minutes(1));
  const done = await browser.post(`/account/invitations/${id}`);
  expect(done.text).toContain('You now have access to Practice Z90002');
  expect(await rolesOf(run, person.id)).toEqual(['Z90002 portal/member', 'Z90003 portal/member']);
  expect((await newest(run, ben.email)).subject).toBe('You have access to Practice Z90002');
});

test('the link is enough for who is logged in as the person invited', async () => {
  const { run } = await withMainContact();
  const person = await run.addPerson({ ...ben, name: 'Ben Okoro' });
  await invite(run, ben);
  const browser = run.browser();
  await logIn(browser, person);
  const link = await linkOf(run, ben.email);
  expect((await browser.get(link)).text).toContain('Accept to add this organisation to your account');
  expect((await browser.post('/invitation', { link: secretOf(link) })).text).toContain('You now have access');
});

test('who is logged in with another address is told which one was invited, and can log out', async () => {
  const { run } = await withMainContact();
  const other = await run.addPerson({ name: 'Cara Nwosu' });
  const id = await invite(run, ben);
  const browser = run.browser();
  await logIn(browser, other);
  const page = await browser.get(await linkOf(run, ben.email));
  expect(page.text).toContain('You are logged in as Cara Nwosu, with another email address');
  expect(page.text).toContain(ben.email);
  expect(page.html).toContain('action="/log-out"');
  expect((await browser.get(`/account/invitations/${id}`)).status).toBe(404);
});

test('[P13] the code in the email works in the place of the link', async () => {
  const { run } = await withMainContact();
  await invite(run, ben);
  const person = run.browser();
  expect((await person.get('/invitation')).text).toContain('Enter the code from your invitation');
  const typed = await codeOf(run, ben.email);
  const spaced = `${typed.slice(0, 4)} ${typed.slice(4)}`;
  const entered = await person.post('/invitation/code', { email: 'Ben.Okoro@fern.example', code: spaced });
  expect((await person.follow(entered)).text).toContain('Accept and set up your account');
  expect((await person.get(await linkOf(run, ben.email))).status).toBe(410);
});

test('an account that cannot be used is said so to its owner alone, with what to do', async () => {
  const { run } = await withMainContact();
  const person = await run.addPerson({ ...ben, name: 'Ben Okoro' });
  await stopAccount(run, person, 'deactivated');
  await invite(run, ben);
  expect((await newest(run, ben.email)).text).toContain(
    'an account with this email address that cannot be used',
  );
  const browser = run.browser();
  const link = await linkOf(run, ben.email);
  expect((await browser.get(link)).text).toContain('Contact support to have it opened again');
  expect((await browser.post('/invitation', { link: secretOf(link) })).status).toBe(303);
  expect((await invitedRow(run, ben.email)).state).toBe('invited');
});

test('one reminder goes after a week, and only its link works then', async () => {
  const { run } = await withMainContact();
  await invite(run, ben);
  const first = await linkOf(run, ben.email);
  run.clock.advance(days(7));
  expect((await newest(run, ben.email)).subject).toBe('Reminder: you have been added to Practice Z90002');
  run.clock.advance(days(6));
  expect(await run.inbox(ben.email)).toHaveLength(2);
  const browser = run.browser();
  const old = await browser.get(first);
  expect(old.status).toBe(410);
  expect(old.text).toContain('A newer email with another link took its place');
  expect((await browser.get(await linkOf(run, ben.email))).status).toBe(200);
});

test('a link that a newer one replaced has the invitation sent again, a few times an hour at most', async () => {
  const { run } = await withMainContact();
  await invite(run, ben);
  const first = await linkOf(run, ben.email);
  run.clock.advance(days(7));
  await run.runDue();
  for (let time = 0; time < 6; time += 1) {
    const page = await run.browser().post('/invitation/again', { link: secretOf(first) });
    expect(page.text).toContain('We have passed it on');
    await run.runDue();
  }
  expect(await run.inbox(ben.email)).toHaveLength(5);
});

test('an invitation ends after 14 days; its reader can ask the practice for a new one, once a day', async () => {
  const { run, amara } = await withMainContact();
  await invite(run, ben);
  run.clock.advance(days(7));
  const link = await linkOf(run, ben.email);
  run.clock.advance(days(7));
  const browser = run.browser();
  const page = await browser.get(link);
  expect(page.status).toBe(410);
  expect(page.text).toContain('The time to accept is over');
  expect((await browser.post('/invitation', { link: secretOf(link) })).status).toBe(303);
  for (let time = 0; time < 3; time += 1) await browser.post('/invitation/again', { link: secretOf(link) });
  const asked = (await run.inbox(amara.email)).filter(({ subject }) => subject.includes('asks for a new'));
  expect(asked).toHaveLength(1);
  expect(asked[0]?.links.some((one) => one.endsWith('/invitation'))).toBe(true);
  expect((await run.inbox(ben.email)).length).toBe(2);
});

test('“I do not want this” ends the invitation, and whoever sent it is told', async () => {
  const { run, amara } = await withMainContact();
  await invite(run, ben);
  const browser = run.browser();
  const link = secretOf(await linkOf(run, ben.email));
  expect((await browser.get(`/invitation/refuse?link=${link}`)).text).toContain('Why do you refuse');
  expect((await browser.post('/invitation/refuse', { link })).text).toContain('Choose why you refuse');
  const done = await browser.post('/invitation/refuse', { link, refusal: 'declined' });
  expect(done.text).toContain('You have no access to Practice Z90002');
  expect((await newest(run, amara.email)).subject).toBe('Ben Okoro does not want access to Practice Z90002');
  const ended = await invitedRow(run, ben.email);
  expect([ended.state, ended.ended_because, ended.ended_by]).toEqual([
    'removed',
    'invitation-declined',
    null,
  ]);
  const again = await browser.get(`/invitation?link=${link}`);
  expect([again.status, again.text]).toEqual([410, expect.stringContaining('It was declined')]);
});

test('“This is not me” ends the invitation, tells whoever sent it, and asks support to look', async () => {
  const { run, amara } = await withMainContact();
  await invite(run, ben);
  const link = secretOf(await linkOf(run, ben.email));
  const browser = run.browser();
  await browser.get(`/invitation/refuse?link=${link}`);
  const done = await browser.post('/invitation/refuse', { link, refusal: 'not-me' });
  expect(done.text).toContain('Support looks at what happened');
  expect((await newest(run, amara.email)).subject).toContain('reached somebody who does not know it');
  const tasks = await run.needs.database.selectFrom('staff_task').select(['kind', 'record_type']).execute();
  expect(tasks).toEqual([{ kind: 'invitation-not-me', record_type: 'member' }]);
});

test('who refuses while logged in leaves no trace of having an account', async () => {
  const { run } = await withMainContact();
  const person = await run.addPerson({ ...ben, name: 'Ben Okoro' });
  const id = await invite(run, ben);
  const browser = run.browser();
  await logIn(browser, person);
  await browser.get(`/account/invitations/${id}/refuse`);
  await browser.post(`/account/invitations/${id}/refuse`, { refusal: 'declined' });
  const ended = await invitedRow(run, ben.email);
  expect([ended.account_id, ended.ended_by]).toEqual([null, null]);
});

test('who belongs to the practice by another address is told so, and gets nothing twice', async () => {
  const { run } = await withMainContact();
  const person = await run.addPerson({ ...ben, name: 'Ben Okoro' });
  const id = await invite(run, ben);
  await run.addPerson({ name: 'Old Row', roles: { Z90002: ['portal/member'] } });
  await run.needs.database
    .updateTable('member')
    .set({ account_id: person.id })
    .where('email_canonical', '=', 'old.row@practice.example')
    .execute();
  const answer = await acceptLoggedIn(run, person, id);
  expect([answer.status, answer.text]).toEqual([409, expect.stringContaining('with another email address')]);
});

test('who starts on a later day has access from that day on', async () => {
  const { run } = await withMainContact();
  const person = await run.addPerson({ ...ben, name: 'Ben Okoro' });
  const id = await invite(run, { ...ben, startsOn: '2026-03-09' });
  const answer = await acceptLoggedIn(run, person, id);
  expect(answer.text).toContain('Your access begins on 9 March 2026');
  expect(await rolesOf(run, person.id)).toEqual([]);
});

test('accepting twice is harmless, and the second time says so', async () => {
  const { run } = await withMainContact();
  await invite(run, ben);
  const browser = run.browser();
  const link = await linkOf(run, ben.email);
  await acceptAndSetUp(browser, link);
  run.clock.advance(minutes(1));
  const again = await browser.post('/invitation', { link: secretOf(link) });
  expect((await browser.follow(again)).text).toContain('It was accepted already');
  expect(await run.needs.database.selectFrom('account').selectAll().execute()).toHaveLength(2);
});
