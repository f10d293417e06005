import { expect, test } from 'vitest';
import { loggedIn, strangerAsks } from '../../../tests/support/access-requests.ts';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import type { Browser } from '../../../tests/support/portal-browser.ts';
import { type AddedPerson, addBranch } from '../../../tests/support/portal-people.ts';
import { minutes } from '../../kernel/duration.ts';

async function theirPeople() {
  const run = await portal({ profile: 'primary-care' });
  const amara = await run.addPerson({ name: 'Amara Osei', mainContactOf: 'Z90002' });
  const cara = await run.addPerson({ name: 'Cara Nwosu', mainContactOf: 'Z90003' });
  const ben = await run.addPerson({ name: 'Ben Okoro', roles: { Z90003: ['portal/member'] } });
  return { run, amara, cara, ben, desk: await loggedIn(run, amara) };
}

const memberOf = async ({ needs }: Portal, person: AddedPerson): Promise<string> =>
  (
    await needs.database
      .selectFrom('member')
      .select('id')
      .where('account_id', '=', person.id)
      .executeTakeFirstOrThrow()
  ).id;

const invitations = async ({ needs }: Portal) =>
  (await needs.database.selectFrom('member').select('id').where('state', '=', 'invited').execute()).length;

test('nobody adds to, or removes from, a practice that is not theirs by posting its code or ids', async () => {
  const { run, ben, desk } = await theirPeople();
  const member = await memberOf(run, ben);
  const person = { fullName: 'Rita Lund', email: 'rita@practice.example', roles: 'portal/member' };
  await desk.get('/my-people/add');
  for (const places of ['Z90003', 'nonsense', "Z90002' --"]) {
    const refused = await desk.post('/my-people/add/confirm', { ...person, places });
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('that are on this page')]);
  }
  expect(await invitations(run)).toBe(0);
  for (const id of [member, run.needs.ids.next(), 'x', '']) {
    const fields = { member: id, chosen: member, because: 'left', note: '' };
    expect((await desk.post('/my-people/remove/confirm', fields)).status).toBe(404);
    expect((await desk.get(`/my-people/remove?member=${id || 'x'}`)).status).toBe(404);
  }
  const mine = await memberOf(
    run,
    await run.addPerson({ name: 'Dev Shah', roles: { Z90002: ['portal/member'] } }),
  );
  const mixed = await desk.post('/my-people/remove/confirm', {
    member: mine,
    chosen: member,
    because: 'left',
    note: '',
  });
  expect(mixed.status).toBe(422);
  const { state } = await run.needs.database
    .selectFrom('member')
    .select('state')
    .where('id', '=', member)
    .executeTakeFirstOrThrow();
  expect(state).toBe('active');
});

test('roles that are not theirs to give are given nowhere, whatever is posted', async () => {
  const { run } = await theirPeople();
  const dev = await run.addPerson({ name: 'Dev Shah', roles: { Z90002: ['portal/deputy'] } });
  const deputy = await loggedIn(run, dev);
  await deputy.get('/my-people/add');
  for (const roles of ['portal/main-contact', 'portal/deputy', 'payments/administrator', 'x/y']) {
    const fields = { fullName: 'Rita Lund', email: 'rita@practice.example', roles, places: 'Z90002' };
    expect([roles, (await deputy.post('/my-people/add/confirm', fields)).status]).toEqual([roles, 422]);
  }
  expect(await invitations(run)).toBe(0);
});

test('who looks after payments alone sees no requests, reviews or words about leavers', async () => {
  const { run } = await theirPeople();
  await strangerAsks(run, { code: 'Z90003' });
  const pay = await run.addPerson({ name: 'Pay Roll', roles: { Z90003: ['payments/administrator'] } });
  const page = await (await loggedIn(run, pay)).get('/my-people');
  expect(page.text).toContain('Practice Z90003');
  expect(page.text).not.toContain('asks for access');
});

test('a deputy of one branch sees that branch alone, with what waits there', async () => {
  const { run } = await theirPeople();
  await addBranch(run, 'Z90003009', 'Z90003');
  await addBranch(run, 'Z90003008', 'Z90003');
  await strangerAsks(run, { code: 'Z90003009', fullName: 'Here Asked', email: 'a@practice.example' });
  await strangerAsks(run, { code: 'Z90003008', fullName: 'There Asked', email: 'b@practice.example' });
  await strangerAsks(run, { code: 'Z90003', fullName: 'Whole Asked', email: 'c@practice.example' });
  const dev = await run.addPerson({ name: 'Dev Shah', roles: { Z90003009: ['portal/deputy'] } });
  const page = await (await loggedIn(run, dev)).get('/my-people');
  expect(page.text).toContain('Here Asked asks for access');
  for (const hidden of ['There Asked', 'Whole Asked', 'Branch Z90003008'])
    expect(page.text).not.toContain(hidden);
  expect(page.html).not.toContain('href="/organisations/Z90003/users"');
});

test('threat: no page tells somebody that others say they have left, nor who said it', async () => {
  const { run, desk } = await theirPeople();
  const cora = await run.addPerson({ name: 'Cora Lane', roles: { Z90002: ['portal/deputy'] } });
  const address = `/organisations/Z90002/users/${await memberOf(run, cora)}`;
  await desk.get(`${address}/has-left`);
  await desk.post(`${address}/has-left`, { note: 'Never seen any more' });
  const pages = ['/my-people', '/organisations/Z90002', '/organisations/Z90002/leavers', address];
  const shown = /is said to have left|Who has left|Never seen any more/;
  const readBy = async (browser: Browser) =>
    Promise.all(pages.map(async (page) => shown.test((await browser.get(page)).text)));
  expect(await readBy(await loggedIn(run, cora))).toEqual([false, false, false, false]);
  expect(await readBy(desk)).toEqual([true, true, true, true]);
});

test('threat: who decides at one branch is not told how much waits at the others', async () => {
  const { run } = await theirPeople();
  await addBranch(run, 'Z90003009', 'Z90003');
  await addBranch(run, 'Z90003008', 'Z90003');
  await strangerAsks(run, { code: 'Z90003008', email: 'b@practice.example' });
  await run
    .browser()
    .post('/register-organisation/Z90003/left', { leaver: 'Rita Lund', saidBy: '', note: '' });
  const dev = await run.addPerson({ name: 'Dev Shah', roles: { Z90003009: ['portal/deputy'] } });
  const home = (await (await loggedIn(run, dev)).get('/organisations/Z90003009')).text;
  expect(home).not.toMatch(/request for access waits|is said to have left/);
});

test('access that ended shows and does nothing from the next request on', async () => {
  const { run, amara, desk } = await theirPeople();
  await desk.get('/my-people/add');
  await run.needs.database
    .updateTable('membership')
    .set({ ended_at: run.clock.now(), ended_reason: 'left' })
    .where('account_id', '=', amara.id)
    .execute();
  expect((await desk.get('/my-people')).text).toContain('You look after nobody’s access');
  const fields = {
    fullName: 'Rita Lund',
    email: 'r@practice.example',
    roles: 'portal/member',
    places: 'Z90002',
  };
  expect((await desk.post('/my-people/add/confirm', fields)).status).toBe(422);
  expect(await invitations(run)).toBe(0);
});

test('several are added or removed only by who gave the password lately, from a form of ours', async () => {
  const { run, desk } = await theirPeople();
  const dev = await run.addPerson({ name: 'Dev Shah', roles: { Z90002: ['portal/member'] } });
  const member = await memberOf(run, dev);
  await desk.get(`/my-people/remove?member=${member}`);
  const removal = { member, chosen: member, because: 'left', note: '' };
  const person = {
    fullName: 'Rita Lund',
    email: 'r@practice.example',
    roles: 'portal/member',
    places: 'Z90002',
  };
  run.clock.advance(minutes(20));
  expect((await desk.post('/my-people/remove/confirm', removal)).status).toBe(303);
  expect((await desk.post('/my-people/add/confirm', person)).status).toBe(303);
  const fresh = await loggedIn(
    run,
    await run.addPerson({ name: 'Eve Pell', roles: { Z90002: ['portal/deputy'] } }),
  );
  fresh.forgetToken();
  expect((await fresh.post('/my-people/add/confirm', person)).status).toBe(422);
  fresh.forgetToken();
  expect((await fresh.post('/my-people/remove/confirm', removal)).status).toBe(422);
  expect(await invitations(run)).toBe(0);
});
