import { expect, test } from 'vitest';
import {
  actionsAbout,
  loggedIn,
  mainContactAtWork,
  memberAsks,
  strangerAsks,
} from '../../../tests/support/access-requests.ts';
import { addBranch } from '../../../tests/support/portal-people.ts';
import { hours } from '../../kernel/duration.ts';

const list = '/organisations/Z90002/requests';

test('[P19] whoever waits is listed first, with what they wrote, then what was decided and by whom', async () => {
  const { run, desk } = await mainContactAtWork();
  expect((await desk.get(list)).text).toContain('Nobody is waiting');
  await strangerAsks(run, {
    fullName: 'Cara Nwosu',
    email: 'cara@practice.example',
    note: 'Dr Pell knows me',
  });
  const id = await strangerAsks(run);
  const page = await desk.get(list);
  expect(page.text).toMatch(/Cara Nwosu.*Ben Okoro/);
  await desk.get(`${list}/${id}/refuse`);
  await desk.follow(await desk.post(`${list}/${id}/refuse`, { reason: 'not-known' }));
  const after = await desk.get(list);
  expect(after.text).toMatch(/Cara Nwosu.*Decided.*Ben Okoro.*Refused.*Amara Osei/);
});

test('[P19] somebody unknown is approved with roles, and invited: nothing is theirs before they accept', async () => {
  const { run, desk } = await mainContactAtWork();
  const id = await strangerAsks(run, { note: 'Dr Pell knows me' });
  const page = await desk.get(`${list}/${id}`);
  for (const shown of ['Dr Pell knows me', 'Not checked', 'They get an invitation'])
    expect(page.text).toContain(shown);
  const done = await desk.follow(await desk.post(`${list}/${id}`, { roles: 'supplies/order-clerk' }));
  expect(done.text).toContain('Ben Okoro is invited');
  const member = await run.needs.database
    .selectFrom('member')
    .select(['state', 'account_id as accountId', 'email_canonical as email'])
    .where('state', '=', 'invited')
    .executeTakeFirstOrThrow();
  expect(member).toEqual({ state: 'invited', accountId: null, email: 'ben.okoro@practice.example' });
  expect(await actionsAbout(run, 'access-')).toEqual(['access-asked', 'access-request-approved']);
  expect(await actionsAbout(run, 'member-')).toEqual(['member-invited']);
});

test('[P16 P18 P19] who asked while logged in has access at once, keeps what they have elsewhere, and is told', async () => {
  const { run, desk } = await mainContactAtWork();
  const ben = await run.addPerson({ name: 'Ben Okoro', roles: { Z90003: ['portal/member'] } });
  const id = await memberAsks(run, ben);
  expect((await desk.get(`${list}/${id}`)).text).toContain('They were logged in with this address');
  const done = await desk.follow(await desk.post(`${list}/${id}`, { roles: 'portal/member' }));
  expect(done.text).toContain('Ben Okoro has access now');
  const theirs = await (await loggedIn(run, ben)).get('/account/access');
  for (const practice of ['Z90002', 'Z90003']) expect(theirs.text).toContain(`Practice ${practice}`);
  const told = (await run.inbox(ben.email)).filter(({ subject }) => subject.startsWith('You have access to'));
  expect(told.map(({ subject }) => subject)).toEqual(['You have access to Practice Z90002']);
  expect(told[0]?.text).not.toContain('Amara');
});

test('[P19] a branch that was asked about is chosen already, and access there is limited to it', async () => {
  const { run, desk } = await mainContactAtWork();
  await addBranch(run, 'Z90002009', 'Z90002');
  const ben = await run.addPerson({ name: 'Ben Okoro', roles: { Z90003: ['portal/member'] } });
  const id = await memberAsks(run, ben, 'Z90002009');
  const page = await desk.get(`${list}/${id}`);
  expect(page.html).toMatch(/<option value="Z90002009" selected/);
  await desk.post(`${list}/${id}`, { roles: 'portal/member', place: 'Z90002009' });
  const held = await run.needs.database
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
    .select('organisation.code')
    .where('account_id', '=', ben.id)
    .execute();
  expect(held.map(({ code }) => code).sort()).toEqual(['Z90002009', 'Z90003']);
  expect((await run.inbox(ben.email))[0]?.text).toMatch(/\/organisations\/Z90002009\s/);
});

test('[P19] a refusal is told kindly, with its reason unless that is kept back, and never by whom', async () => {
  const { run, desk } = await mainContactAtWork();
  const [told, kept] = [
    await strangerAsks(run),
    await strangerAsks(run, { fullName: 'Cara Nwosu', email: 'cara@practice.example' }),
  ];
  await desk.get(`${list}/${told}/refuse`);
  const none = await desk.post(`${list}/${told}/refuse`, {});
  expect([none.status, none.text]).toEqual([422, expect.stringContaining('Choose why you refuse')]);
  await desk.post(`${list}/${told}/refuse`, { reason: 'not-here' });
  await desk.post(`${list}/${kept}/refuse`, { reason: 'not-here', told: 'hidden' });
  const about = async (email: string) => (await run.inbox(email))[0]?.text;
  expect(await about('ben.okoro@practice.example')).toContain('They think that you do not work there.');
  expect(await about('cara@practice.example')).not.toContain('do not work there');
  for (const email of ['ben.okoro@practice.example', 'cara@practice.example'])
    expect(await about(email)).not.toContain('Amara');
});

test('a role is chosen before anybody is approved, and a full one says its limit', async () => {
  const { run, desk } = await mainContactAtWork({ settings: oneDeputy });
  await run.addPerson({ name: 'Dev Shah', roles: { Z90002: ['portal/deputy'] } });
  const id = await strangerAsks(run);
  await desk.get(`${list}/${id}`);
  const none = await desk.post(`${list}/${id}`, {});
  expect([none.status, none.text]).toEqual([422, expect.stringContaining('Choose at least one role')]);
  const full = await desk.post(`${list}/${id}`, { roles: 'portal/deputy' });
  expect([full.status, full.text]).toEqual([422, expect.stringContaining('1 of 1 people have this role')]);
});

const oneDeputy = {
  organisations: {
    services: {
      portal: {
        name: 'People and access',
        roles: {
          'main-contact': {
            name: 'Main contact',
            does: 'All.',
            kind: 'administrator',
            atMost: 1,
            givenBy: [],
          },
          deputy: {
            name: 'Deputy',
            does: 'Most.',
            kind: 'deputy',
            atMost: 1,
            givenBy: ['portal/main-contact'],
          },
          member: { name: 'Member', does: 'Some.', kind: 'task', givenBy: ['portal/main-contact'] },
        },
      },
    },
  },
};

test('[P19] somebody who is invited already is said to be, and not added twice', async () => {
  const { run, desk } = await mainContactAtWork();
  const first = await strangerAsks(run);
  await desk.get(`${list}/${first}`);
  await desk.post(`${list}/${first}`, { roles: 'portal/member' });
  const again = await strangerAsks(run);
  const page = await desk.get(`${list}/${again}`);
  expect(page.text).toContain('They are one of your people already');
  expect(page.html).toMatch(/\/organisations\/Z90002\/users\/[0-9a-f-]{36}/);
  const refused = await desk.post(`${list}/${again}`, { roles: 'portal/member' });
  expect([refused.status, refused.text]).toEqual([
    422,
    expect.stringContaining('one of your people already'),
  ]);
});

test('[P19] of two who decide, the second sees who was first, and nothing more is done', async () => {
  const { run, amara, desk } = await mainContactAtWork();
  const dev = await run.addPerson({ name: 'Dev Shah', roles: { Z90002: ['portal/deputy'] } });
  const deputy = await loggedIn(run, dev);
  const id = await strangerAsks(run);
  for (const browser of [desk, deputy]) await browser.get(`${list}/${id}/refuse`);
  await desk.post(`${list}/${id}/refuse`, { reason: 'not-known' });
  const second = await deputy.follow(await deputy.post(`${list}/${id}/refuse`, { reason: 'not-here' }));
  expect(second.text).toContain(`${amara.name} decided first`);
  const third = await deputy.follow(await deputy.post(`${list}/${id}`, { roles: 'portal/member' }));
  expect(third.text).toContain(`${amara.name} decided first`);
  expect(await run.inbox('ben.okoro@practice.example')).toHaveLength(1);
});

test('[P19] both at the very same moment: one wins', async () => {
  const { run, desk } = await mainContactAtWork();
  const dev = await run.addPerson({ name: 'Dev Shah', roles: { Z90002: ['portal/deputy'] } });
  const deputy = await loggedIn(run, dev);
  const id = await strangerAsks(run);
  for (const browser of [desk, deputy]) await browser.get(`${list}/${id}`);
  await Promise.all([
    desk.post(`${list}/${id}`, { roles: 'portal/member' }),
    deputy.post(`${list}/${id}`, { roles: 'supplies/order-clerk' }),
    deputy.post(`${list}/${id}/refuse`, { reason: 'not-known' }),
  ]);
  expect(await actionsAbout(run, 'access-request-')).toHaveLength(1);
});

test('[P19] a request that nobody decides lapses, and who asked is told to ask again', async () => {
  const { run, amara } = await mainContactAtWork();
  await strangerAsks(run);
  await run.runDue();
  run.clock.advance(run.settings.organisations.accessRequestLife - hours(1));
  expect(await run.inbox('ben.okoro@practice.example')).toEqual([]);
  run.clock.advance(hours(2));
  const [told, ...more] = await run.inbox('ben.okoro@practice.example');
  expect([told?.subject, more]).toEqual(['Your request for access to Practice Z90002', []]);
  expect(told?.links.join()).toContain('/register-organisation/Z90002/access');
  const page = await (await loggedIn(run, amara)).get(list);
  expect(page.text).toContain('Lapsed: nobody decided in time');
});

test('[P19] an address that several people read is warned about before it is approved', async () => {
  const { run, desk } = await mainContactAtWork();
  const id = await strangerAsks(run, { email: 'reception@practice.example' });
  expect((await desk.get(`${list}/${id}`)).text).toContain('Several people may read this address');
});

test('[P18 P19] an address invited since they asked, and theirs by now, is one of the people already', async () => {
  const { run, desk } = await mainContactAtWork();
  const ben = await run.addPerson({ name: 'Ben Okoro', roles: { Z90003: ['portal/member'] } });
  const id = await memberAsks(run, ben);
  await desk.get('/my-people/add');
  const invited = {
    fullName: 'Ben O',
    email: 'new@practice.example',
    roles: 'portal/member',
    places: 'Z90002',
  };
  await desk.post('/my-people/add/confirm', invited);
  await run.needs.database
    .updateTable('account_email')
    .set({ typed: 'new@practice.example', canonical: 'new@practice.example' })
    .where('account_id', '=', ben.id)
    .execute();
  const refused = await desk.post(`${list}/${id}`, { roles: 'portal/member' });
  expect([refused.status, refused.text]).toEqual([
    422,
    expect.stringContaining('one of your people already'),
  ]);
});
