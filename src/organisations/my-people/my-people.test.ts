import { expect, test } from 'vitest';
import { loggedIn, strangerAsks } from '../../../tests/support/access-requests.ts';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import { type AddedPerson, addBranch } from '../../../tests/support/portal-people.ts';
import { days } from '../../kernel/duration.ts';
import type { AccountId } from '../../kernel/ids.ts';

const contactOf = (...codes: string[]) =>
  Object.fromEntries(codes.map((code) => [code, ['portal/main-contact']]));

/** Amara is the main contact of these practices. */
async function amaraAt(...codes: string[]) {
  const run = await portal({ profile: 'primary-care' });
  const amara = await run.addPerson({ name: 'Amara Osei', roles: contactOf(...codes) });
  return { run, amara, desk: await loggedIn(run, amara) };
}

const idAt = async ({ needs }: Portal, person: AddedPerson, code: string): Promise<string> =>
  (
    await needs.database
      .selectFrom('member')
      .innerJoin('organisation', 'organisation.id', 'member.organisation_id')
      .select('member.id')
      .where('member.account_id', '=', person.id)
      .where('organisation.code', '=', code)
      .executeTakeFirstOrThrow()
  ).id;

const codesOf = async ({ needs }: Portal, account: AccountId): Promise<string[]> =>
  (
    await needs.database
      .selectFrom('membership')
      .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
      .select('code')
      .where('account_id', '=', account)
      .where('ended_at', 'is', null)
      .orderBy('code')
      .execute()
  ).map(({ code }) => code ?? '');

test('[P8 P12] all my practices and branches are on one page, with how many people each has', async () => {
  const { run, desk } = await amaraAt('Z90002', 'Z90003');
  await addBranch(run, 'Z90002009', 'Z90002');
  await run.addPerson({ name: 'Ben Okoro', roles: { Z90002: ['portal/member'] } });
  await run.addPerson({ name: 'Cara Nwosu', roles: { Z90002009: ['portal/member'] } });
  await run.addPerson({ name: 'Not Mine', roles: { Z90005: ['portal/member'] } });
  const page = await desk.get('/my-people');
  expect(page.text).toMatch(
    /Practice Z90002 \(Z90002\) Active 3 Invited 0 .*Branch Z90002009 \(Z90002009\) Branch of Practice Z90002 Active 1 .*Practice Z90003 \(Z90003\) Active 1/,
  );
  expect(page.text).toContain('Nothing is waiting for you');
  expect(page.text).not.toContain('Z90005');
});

test('[P12 P19] what waits stands first, wherever it waits, each with a link to where it is done', async () => {
  const { run, amara, desk } = await amaraAt('Z90002', 'Z90003');
  const request = await strangerAsks(run, { code: 'Z90003' });
  const dev = await run.addPerson({ name: 'Dev Shah', roles: { Z90002: ['portal/deputy'] } });
  const eve = await run.addPerson({ name: 'Eve Pell', roles: { Z90003: ['portal/member'] } });
  const { database, ids, clock } = run.needs;
  const [mine, devs, eves] = [
    await idAt(run, amara, 'Z90002'),
    await idAt(run, dev, 'Z90002'),
    await idAt(run, eve, 'Z90003'),
  ];
  const practice = (
    await database
      .selectFrom('organisation')
      .select('id')
      .where('code', '=', 'Z90002')
      .executeTakeFirstOrThrow()
  ).id;
  const now = clock.now();
  await database
    .insertInto('handover')
    .values({
      id: ids.next(),
      organisation_id: practice,
      from_member: devs,
      to_member: mine,
      state: 'offered',
      afterwards: 'deputy',
      offered_at: now,
      expires_at: new Date(now.getTime() + days(7)),
    })
    .execute();
  await database
    .insertInto('leaver_report')
    .values({
      id: ids.next(),
      organisation_id: practice,
      leaver_name: 'Old Hand',
      is_own: false,
      created_at: now,
    })
    .execute();
  await database
    .insertInto('access_review')
    .values({ id: ids.next(), organisation_id: practice, opened_at: now, due_at: now })
    .execute();
  await database.updateTable('member').set({ ends_on: '2026-03-10' }).where('id', '=', eves).execute();
  await database
    .updateTable('member')
    .set({ state: 'on-leave', returns_on: '2026-03-12' })
    .where('id', '=', devs)
    .execute();
  const page = await desk.get('/my-people');
  expect(page.text).toMatch(
    /You are asked to become the main contact.*Ben Okoro asks for access.*Old Hand is said to have left.*Review who has access.*The access of Eve Pell ends.*10 March 2026.*Dev Shah is back from leave.*12 March 2026.*Your practices and branches/,
  );
  for (const href of [
    `/organisations/Z90003/requests/${request}`,
    '/organisations/Z90002/leavers',
    '/organisations/Z90002/review',
  ])
    expect(page.html).toContain(`href="${href}"`);
});

test('an invitation that never arrived, or runs out, waits for whoever looks after it', async () => {
  const { run, desk } = await amaraAt('Z90002');
  const { database } = run.needs;
  await addTo(desk, { places: 'Z90002', email: 'one@practice.example', fullName: 'One Bounced' });
  await addTo(desk, { places: 'Z90002', email: 'two@practice.example', fullName: 'Two Late' });
  await run.runDue();
  expect((await desk.get('/my-people')).text).toContain('Nothing is waiting for you');
  const { message_id } = await database
    .selectFrom('invitation')
    .innerJoin('member', 'member.id', 'invitation.member_id')
    .select('message_id')
    .where('full_name', '=', 'One Bounced')
    .executeTakeFirstOrThrow();
  await database.updateTable('outbox').set({ status: 'failed' }).where('id', '=', message_id).execute();
  expect((await desk.get('/my-people')).text).toContain('The invitation of One Bounced was not delivered');
  await database
    .updateTable('invitation')
    .set({ expires_at: new Date(run.clock.now().getTime() + days(2)) })
    .where('message_id', '<>', message_id)
    .execute();
  expect((await desk.get('/my-people')).text).toContain('Two Late has not accepted the invitation yet');
});

test('sixty practices are one page, in as many statements as one', async () => {
  const codes = Array.from({ length: 60 }, (_, at) => `A${String(81_000 + at)}`);
  const { run, desk } = await amaraAt(...codes);
  const few = await amaraAt('Z90002');
  const statements = async (the: Portal, browser: typeof desk) => {
    await browser.get('/my-people');
    the.workDone();
    await browser.get('/my-people');
    return the.workDone().statements.length;
  };
  expect(await statements(run, desk)).toBe(await statements(few.run, few.desk));
  const page = await desk.get('/my-people');
  for (const code of codes) expect(page.html).toContain(`/organisations/${code}/users`);
});

test('who looks after nobody is told so, and has no such entry in their account', async () => {
  const { run } = await amaraAt('Z90002');
  const ben = await run.addPerson({ name: 'Ben Okoro', roles: { Z90002: ['portal/member'] } });
  const browser = await loggedIn(run, ben);
  expect((await browser.get('/my-people')).text).toContain('You look after nobody’s access');
  expect((await browser.get('/account')).html).not.toContain('href="/my-people"');
  expect((await run.browser().get('/my-people')).location).toContain('/log-in');
});

test('[P12] whoever looks after people finds them from their account', async () => {
  const { desk } = await amaraAt('Z90002');
  expect((await desk.get('/account')).html).toContain('href="/my-people"');
  expect((await desk.get('/my-people')).html).toMatch(
    /aria-current="(page|true)"[^>]*>\s*My people|href="\/my-people"[^>]*aria-current/,
  );
});

type Desk = Awaited<ReturnType<typeof amaraAt>>['desk'];

const rita = { fullName: 'Rita Lund', email: 'rita@practice.example', roles: 'portal/member' };

async function addTo(desk: Desk, fields: Record<string, string | string[]>) {
  await desk.get('/my-people/add');
  return desk.post('/my-people/add/confirm', { ...rita, ...fields });
}

test('[P12 P13 P18] a person is added to several at once: first what will happen at each is shown, then what happened', async () => {
  const { run, desk } = await amaraAt('Z90002', 'Z90003');
  await run.addPerson({ name: 'Pay Roll', roles: { Z90005: ['portal/member'] } });
  await desk.get('/my-people/add');
  const fields = { ...rita, places: ['Z90002', 'Z90003'] };
  const preview = await desk.post('/my-people/add', fields);
  expect(preview.text).toMatch(
    /Check before you add.*Practice Z90002.*They are invited.*With: Member.*Practice Z90003.*They are invited/,
  );
  expect(await run.needs.database.selectFrom('invitation').select('member_id').execute()).toEqual([]);
  const done = await desk.post('/my-people/add/confirm', fields);
  expect(done.text).toMatch(/This is what was done.*Practice Z90002.*Invited.*Practice Z90003.*Invited/);
  const again = await desk.post('/my-people/add/confirm', fields);
  expect(again.text).toMatch(/One of its people already.*One of its people already/);
  expect(await run.needs.database.selectFrom('invitation').select('member_id').execute()).toHaveLength(2);
});

test('[P12] what cannot be done at one place is said, and stops none of the others', async () => {
  const run = await portal({ profile: 'primary-care' });
  const amara = await run.addPerson({
    name: 'Amara Osei',
    roles: { Z90002: ['portal/main-contact'], Z90003: ['payments/administrator'] },
  });
  await run.addPerson({ name: 'Rita Lund', email: rita.email, roles: { Z90003: ['portal/member'] } });
  const desk = await loggedIn(run, amara);
  const page = await desk.get('/my-people/add');
  expect(page.html).toContain('value="payments/view-claims"');
  const fields = {
    ...rita,
    email: 'other@practice.example',
    roles: ['portal/member'],
    places: ['Z90002', 'Z90003'],
  };
  const preview = await desk.post('/my-people/add', fields);
  expect(preview.text).toMatch(
    /Practice Z90002.*They are invited.*Practice Z90003.*none of these roles can be given.*Without Member: it is not yours to give there/,
  );
  const done = await desk.post('/my-people/add/confirm', { ...fields, email: rita.email });
  expect(done.text).toMatch(/Practice Z90002.*Invited.*Practice Z90003.*One of its people already/);
});

test('a form for several keeps what was typed, and says what is wrong', async () => {
  const { run, desk } = await amaraAt('Z90002', 'Z90003');
  await addBranch(run, 'Z90002009', 'Z90002');
  await desk.get('/my-people/add');
  const wrong = await desk.post('/my-people/add', { fullName: '', email: 'x', places: [], roles: [] });
  expect(wrong.status).toBe(422);
  for (const said of [
    'Enter their full name',
    'correct format',
    'at least one practice',
    'at least one role',
  ])
    expect(wrong.text).toContain(said);
  const twice = await desk.post('/my-people/add', { ...rita, places: ['Z90002', 'Z90002009'] });
  expect(twice.text).toContain('or one branch of it, not both');
  expect(twice.html).toMatch(/value="Rita Lund"/);
  const back = await desk.post('/my-people/add/confirm', { ...rita, places: 'Z90003', step: 'change' });
  expect(back.html).toMatch(/value="Z90003"[^>]*checked|checked[^>]*value="Z90003"/);
  expect(await run.needs.database.selectFrom('invitation').select('member_id').execute()).toEqual([]);
});

/** Ben works at both, and at a practice that is not Amara's. */
async function benAtThree() {
  const { run, amara, desk } = await amaraAt('Z90002', 'Z90003');
  const ben = await run.addPerson({
    name: 'Ben Okoro',
    roles: { Z90002: ['portal/member'], Z90003: ['supplies/order-clerk'], Z90005: ['portal/member'] },
  });
  const member = await idAt(run, ben, 'Z90002');
  const chosen = [member, await idAt(run, ben, 'Z90003')];
  return { run, amara, desk, ben, member, chosen };
}

test.each([
  ['name', 'okoro ben'],
  ['address', 'BEN.okoro@practice.example'],
])('[P12] a person is found among mine by their %s, and removed from those I choose', async (_by, find) => {
  const { run, desk, ben, member, chosen } = await benAtThree();
  const found = await desk.get(`/my-people/remove?find=${encodeURIComponent(find)}`);
  expect(found.text).toContain('Practice Z90002 (Z90002), Practice Z90003 (Z90003)');
  expect(found.text).not.toContain('Z90005');
  const choose = await desk.get(`/my-people/remove?member=${member}`);
  expect(choose.text).toContain('Where do you remove Ben Okoro?');
  const fields = { member, chosen, because: 'left', note: '' };
  const preview = await desk.post('/my-people/remove', fields);
  expect(preview.text).toMatch(
    /Practice Z90002.*Their access ends at once.*Practice Z90003.*Their access ends at once/,
  );
  expect(await codesOf(run, ben.id)).toEqual(['Z90002', 'Z90003', 'Z90005']);
  const done = await desk.post('/my-people/remove/confirm', fields);
  expect(done.text).toMatch(/Practice Z90002.*Access ended.*Practice Z90003.*Access ended/);
  expect(await codesOf(run, ben.id)).toEqual(['Z90005']);
  expect((await run.inbox(ben.email)).map(({ subject }) => subject).sort()).toEqual([
    'Your access to Practice Z90002 has ended',
    'Your access to Practice Z90003 has ended',
  ]);
});

test('[P12] removing again, or meanwhile, says that it is done', async () => {
  const { desk, member, chosen } = await benAtThree();
  const fields = { member, chosen, because: 'left', note: '' };
  await desk.get(`/my-people/remove?member=${member}`);
  const both = await Promise.all([1, 2].map(() => desk.post('/my-people/remove/confirm', fields)));
  expect(both.map(({ status }) => status).sort()).not.toContain(500);
});

test('[P12] the last administrator stays, and so do equals; a reason is needed', async () => {
  const { run, amara, desk } = await amaraAt('Z90002');
  const dev = await run.addPerson({ name: 'Dev Shah', roles: { Z90002: ['portal/deputy'] } });
  const eve = await run.addPerson({ name: 'Eve Pell', roles: { Z90002: ['portal/deputy'] } });
  const deputy = await loggedIn(run, dev);
  for (const other of [amara, eve, dev]) {
    const member = await idAt(run, other, 'Z90002');
    await deputy.get(`/my-people/remove?member=${member}`);
    const fields = { member, chosen: member, because: 'left', note: '' };
    const done = await deputy.post('/my-people/remove/confirm', fields);
    expect([other.name, done.text]).toEqual([
      other.name,
      expect.stringContaining('they are not yours to remove'),
    ]);
  }
  const member = await idAt(run, eve, 'Z90002');
  await desk.get(`/my-people/remove?member=${member}`);
  const none = await desk.post('/my-people/remove', { member, chosen: member });
  expect([none.status, none.text]).toEqual([422, expect.stringContaining('Choose why you remove them')]);
  const other = await desk.post('/my-people/remove', { member, chosen: member, because: 'other', note: '' });
  expect([other.status, other.text]).toEqual([422, expect.stringContaining('Say in the note')]);
});

test('nobody among my people fits', async () => {
  const { run, desk } = await amaraAt('Z90002');
  await run.addPerson({ name: 'Not Mine', roles: { Z90005: ['portal/member'] } });
  for (const find of ['not mine', 'not.mine@practice.example', '%', '_'])
    expect((await desk.get(`/my-people/remove?find=${encodeURIComponent(find)}`)).text).toContain(
      'Nobody among your people fits',
    );
  expect((await desk.get('/my-people/remove?find=')).status).toBe(422);
});
