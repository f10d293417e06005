import { expect, test } from 'vitest';
import {
  loggedIn,
  mainContactAtWork,
  memberAsks,
  postConfirmed,
  strangerAsks,
} from '../../../tests/support/access-requests.ts';
import { addBranch } from '../../../tests/support/portal-people.ts';
import { days, minutes } from '../../kernel/duration.ts';

const list = '/organisations/Z90002/requests';

test('nobody but who looks after people there sees or decides requests', async () => {
  const { run } = await mainContactAtWork();
  const id = await strangerAsks(run);
  const others = [
    await run.addPerson({ name: 'Cara Nwosu', mainContactOf: 'Z90003' }),
    await run.addPerson({ name: 'Mo Member', roles: { Z90002: ['portal/member'] } }),
    await run.addPerson({ name: 'Pay Roll', roles: { Z90002: ['payments/administrator'] } }),
  ];
  for (const other of others) {
    const browser = await loggedIn(run, other);
    for (const address of [list, `${list}/${id}`, `${list}/${id}/refuse`])
      expect([other.name, (await browser.get(address)).status]).toEqual([other.name, 403]);
    expect((await browser.post(`${list}/${id}`, { roles: 'portal/member' })).status).toBe(403);
    expect((await browser.post(`${list}/${id}/refuse`, { reason: 'other' })).status).toBe(403);
  }
  expect((await run.browser().get(list)).location).toContain('/log-in');
  expect(await statesOf(run)).toEqual(['waiting']);
});

test('a request to another practice is not found through one’s own, whatever the id', async () => {
  const { run, desk } = await mainContactAtWork();
  await run.addPerson({ name: 'Cara Nwosu', mainContactOf: 'Z90003' });
  const theirs = await strangerAsks(run, { code: 'Z90003' });
  for (const id of [theirs, run.needs.ids.next(), 'x', '%00', "1'--"]) {
    expect((await desk.get(`${list}/${id}`)).status).toBe(404);
    expect((await desk.post(`${list}/${id}`, { roles: 'portal/member' })).status).toBe(404);
    expect((await desk.post(`${list}/${id}/refuse`, { reason: 'other' })).status).toBe(404);
  }
  expect(await statesOf(run)).toEqual(['waiting']);
});

test('a deputy of one branch decides there alone, and never for the whole practice', async () => {
  const { run } = await mainContactAtWork();
  await addBranch(run, 'Z90002009', 'Z90002');
  await addBranch(run, 'Z90002008', 'Z90002');
  const dev = await run.addPerson({ name: 'Dev Shah', roles: { Z90002009: ['portal/deputy'] } });
  const browser = await loggedIn(run, dev);
  const there = await strangerAsks(run, { code: 'Z90002009' });
  const whole = await strangerAsks(run, { email: 'w@practice.example' });
  const other = await strangerAsks(run, { code: 'Z90002008', email: 'o@practice.example' });
  expect((await browser.get(list)).status).toBe(403);
  const branch = '/organisations/Z90002009/requests';
  for (const id of [whole, other]) expect((await browser.get(`${branch}/${id}`)).status).toBe(404);
  await browser.get(`${branch}/${there}`);
  await browser.post(`${branch}/${there}`, { roles: 'portal/member', place: 'Z90002' });
  const members = await run.needs.database
    .selectFrom('member')
    .innerJoin('organisation', 'organisation.id', 'member.branch_id')
    .select('organisation.code')
    .where('member.state', '=', 'invited')
    .execute();
  expect(members).toEqual([{ code: 'Z90002009' }]);
});

test('nobody approves with a role that is not theirs to give', async () => {
  const { run } = await mainContactAtWork();
  const dev = await run.addPerson({ name: 'Dev Shah', roles: { Z90002: ['portal/deputy'] } });
  const deputy = await loggedIn(run, dev);
  const id = await strangerAsks(run);
  for (const roles of ['portal/deputy', 'portal/main-contact', 'payments/administrator', 'x/y']) {
    await deputy.get(`${list}/${id}`);
    const refused = await deputy.post(`${list}/${id}`, { roles });
    expect([roles, refused.status]).toEqual([roles, 422]);
  }
  expect(await statesOf(run)).toEqual(['waiting']);
});

test('approving asks for the password again after a time, and what was chosen is kept', async () => {
  const { run, desk } = await mainContactAtWork();
  const id = await strangerAsks(run);
  await desk.get(`${list}/${id}`);
  run.clock.advance(minutes(20));
  const asked = await desk.post(`${list}/${id}`, { roles: 'portal/member' });
  expect(asked.status).toBe(303);
  expect(await statesOf(run)).toEqual(['waiting']);
  const done = await postConfirmed(desk, `${list}/${id}`, { roles: 'portal/member' });
  expect(done.status).toBe(303);
});

test('a stale form decides nothing', async () => {
  const { run, desk } = await mainContactAtWork();
  const id = await strangerAsks(run);
  await desk.get(`${list}/${id}/refuse`);
  desk.forgetToken();
  const refused = await desk.post(`${list}/${id}/refuse`, { reason: 'not-known', told: 'hidden' });
  expect(refused.status).toBe(422);
  expect(refused.html).toMatch(/value="not-known"[^>]*checked|checked[^>]*value="not-known"/);
  expect(await statesOf(run)).toEqual(['waiting']);
});

test('an account that was stopped since it asked gets nothing at once', async () => {
  const { run, desk } = await mainContactAtWork();
  const ben = await run.addPerson({ name: 'Ben Okoro', roles: { Z90003: ['portal/member'] } });
  const id = await memberAsks(run, ben);
  await run.needs.database
    .updateTable('account')
    .set({ state: 'deactivated', deactivated_because: 'support' })
    .where('id', '=', ben.id)
    .execute();
  await desk.get(`${list}/${id}`);
  await desk.post(`${list}/${id}`, { roles: 'portal/member' });
  const held = await run.needs.database
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
    .select('code')
    .where('account_id', '=', ben.id)
    .execute();
  expect(held).toEqual([{ code: 'Z90003' }]);
});

test('however often an address is typed, its owner hears of lapses five times a day at most', async () => {
  const { run } = await mainContactAtWork();
  for (let practice = 3; practice < 10; practice += 1) {
    await run.addPerson({ name: `Contact ${practice}`, mainContactOf: `Z9000${practice}` });
    await strangerAsks(run, { code: `Z9000${practice}`, email: 'victim@elsewhere.example' });
  }
  run.clock.advance(run.settings.organisations.accessRequestLife + days(1));
  expect(await run.inbox('victim@elsewhere.example')).toHaveLength(5);
});

const statesOf = async ({ needs }: Awaited<ReturnType<typeof mainContactAtWork>>['run']) =>
  (await needs.database.selectFrom('access_request').select('state').orderBy('created_at').execute())
    .map(({ state }) => state)
    .filter((state, at, all) => all.indexOf(state) === at);
