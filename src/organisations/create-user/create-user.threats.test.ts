import { expect, test } from 'vitest';
import { invitedRow, stopAccount, withMainContact } from '../../../tests/support/invited-people.ts';
import { logIn } from '../../../tests/support/main-job.ts';
import type { Portal } from '../../../tests/support/portal.ts';
import { type AddedPerson, addBranch } from '../../../tests/support/portal-people.ts';
import { minutes } from '../../kernel/duration.ts';

const address = '/organisations/Z90002/users/new';
const ben = {
  email: 'ben.okoro@fern.example',
  fullName: 'Ben Okoro',
  place: 'practice',
  roles: 'portal/member',
  step: 'send',
};

async function loggedIn(run: Portal, person: AddedPerson) {
  const browser = run.browser();
  await logIn(browser, person);
  await browser.get('/account');
  return browser;
}

const members = (run: Portal) => run.needs.database.selectFrom('member').selectAll().execute();

test('[P16] whether an address has an account shows in no word, status or work of the page', async () => {
  const { run, amara } = await withMainContact();
  const browser = await loggedIn(run, amara);
  for (const name of ['Active Person', 'Deactivated Person', 'Closed Person']) await run.addPerson({ name });
  const all = ['unknown', 'active', 'deactivated', 'closed'].map((one) => `${one}.person@practice.example`);
  for (const state of ['deactivated', 'closed'] as const) {
    const row = await run.needs.database
      .selectFrom('account_email')
      .select('account_id')
      .where('canonical', '=', `${state}.person@practice.example`)
      .executeTakeFirstOrThrow();
    await stopAccount(run, { id: row.account_id } as AddedPerson, state);
  }
  await browser.post(address, { ...ben, email: 'the.first@practice.example' });
  const seen: object[] = [];
  for (const email of all) {
    await browser.get(address);
    run.workDone();
    const answer = await browser.post(address, { ...ben, email });
    const { statements, hashes } = run.workDone();
    const where = answer.location?.replace(/user=.*/, 'user=');
    const page = await browser.get(answer.location ?? '');
    seen.push({ status: answer.status, where, statements, hashes, page: page.status });
  }
  expect(seen.map((one) => JSON.stringify(one))).toEqual(seen.map(() => JSON.stringify(seen[0])));
  expect(seen[0]).toMatchObject({ status: 303, hashes: 0 });
});

test('[P18] nobody from another practice, and nobody without a role that administers, can add people', async () => {
  const { run } = await withMainContact();
  const other = await run.addPerson({ name: 'Other Main', mainContactOf: 'Z90003' });
  const member = await run.addPerson({ name: 'Plain Member', roles: { Z90002: ['portal/member'] } });
  const stranger = await run.addPerson({ name: 'No Body' });
  const before = (await members(run)).length;
  for (const person of [other, member, stranger]) {
    const browser = await loggedIn(run, person);
    expect((await browser.get(address)).status).toBe(403);
    expect((await browser.post(address, ben)).status).toBe(403);
  }
  expect((await run.browser().get(address)).location).toContain('/log-in');
  expect(await members(run)).toHaveLength(before);
});

test('[P13] roles that are not one’s own to give are not on the page, and are refused when forged', async () => {
  const { run } = await withMainContact();
  const deputy = await run.addPerson({ name: 'Dev Rana', roles: { Z90002: ['portal/deputy'] } });
  const payments = await run.addPerson({
    name: 'Pay Admin',
    roles: { Z90002: ['payments/administrator'] },
  });
  for (const [person, forged] of [
    [deputy, 'portal/main-contact'],
    [deputy, 'portal/deputy'],
    [deputy, 'payments/administrator'],
    [payments, 'portal/member'],
    [payments, 'portal/deputy'],
    [payments, 'support/administrator'],
    [payments, 'nothing/at-all'],
  ] as const) {
    const browser = await loggedIn(run, person);
    expect((await browser.get(address)).html).not.toContain(`value="${forged}"`);
    const answer = await browser.post(address, { ...ben, roles: forged });
    expect([answer.status, answer.text]).toEqual([422, expect.stringContaining('Choose only roles')]);
  }
});

test('who is limited to a branch adds people there alone', async () => {
  const { run } = await withMainContact();
  await addBranch(run, 'Z90002001', 'Z90002');
  await addBranch(run, 'Z90002002', 'Z90002');
  const limited = await run.addPerson({ name: 'Branch Deputy', roles: { Z90002001: ['portal/deputy'] } });
  const browser = await loggedIn(run, limited);
  const other = await run.needs.database
    .selectFrom('organisation')
    .select('id')
    .where('code', '=', 'Z90002002')
    .executeTakeFirstOrThrow();
  for (const place of ['practice', other.id])
    expect((await browser.post('/organisations/Z90002001/users/new', { ...ben, place })).text).toContain(
      'Choose where they work',
    );
  const own = await browser.post('/organisations/Z90002001/users/new', { ...ben, place: '' });
  expect(own.status).toBe(303);
  expect((await invitedRow(run, ben.email)).branch_id).not.toBeNull();
});

test('colleagues of another practice, and of another branch, cannot be copied from', async () => {
  const { run, amara } = await withMainContact();
  await run.addPerson({ name: 'Cara Nwosu', roles: { Z90003: ['supplies/order-clerk'] } });
  const elsewhere = await invitedRow(run, 'cara.nwosu@practice.example');
  const browser = await loggedIn(run, amara);
  for (const copyFrom of [elsewhere.id, 'x', "' OR 1=1"]) {
    const page = await browser.post(address, { ...ben, copyFrom, step: 'copy' });
    expect([page.status, page.text]).toEqual([422, expect.stringContaining('Choose the colleague')]);
    expect(page.text).not.toContain('Cara');
  }
});

test('one’s own address is a user already: nobody gives themselves a second set of roles', async () => {
  const { run, amara } = await withMainContact();
  const browser = await loggedIn(run, amara);
  const page = await browser.post(address, { ...ben, email: amara.email });
  expect(page.text).toContain('is a user of the practice already');
});

test('a role taken while the form was open gives nothing any more', async () => {
  const { run } = await withMainContact();
  const deputy = await run.addPerson({ name: 'Dev Rana', roles: { Z90002: ['portal/deputy'] } });
  const browser = await loggedIn(run, deputy);
  await browser.get(address);
  await run.needs.database
    .updateTable('membership')
    .set({ ended_at: run.clock.now(), ended_reason: 'left' })
    .where('account_id', '=', deputy.id)
    .execute();
  expect((await browser.post(address, ben)).status).toBe(403);
});

test('a password given long ago is asked for again, and what was typed is kept', async () => {
  const { run, amara } = await withMainContact();
  const browser = await loggedIn(run, amara);
  await browser.get(address);
  run.clock.advance(minutes(11));
  const asked = await browser.post(address, ben);
  expect(asked.location).toContain('confirm');
  expect((await members(run)).length).toBe(1);
  const next = new URL(asked.location ?? '', 'http://localhost').searchParams.get('next') ?? '';
  await browser.follow(asked);
  const back = await browser.follow(
    await browser.post('/account/confirm', { password: amara.password, next }),
  );
  expect(back.html).toContain(`value="${ben.email}"`);
  expect(back.html).toMatch(/value="portal\/member"[^>]*checked|checked=""[^>]*value="portal\/member"/);
});

test('addresses of 254 characters are taken, and longer ones told', async () => {
  const { run, amara } = await withMainContact();
  const browser = await loggedIn(run, amara);
  const long = (length: number) =>
    `ben@${'a'.repeat(60)}.${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(length - 195)}.example`;
  const fits = long(254);
  expect(fits).toHaveLength(254);
  expect((await browser.post(address, { ...ben, email: fits })).status).toBe(303);
  expect(await run.inbox(fits)).toHaveLength(1);
  expect((await browser.post(address, { ...ben, email: `b${fits}` })).status).toBe(422);
});

test('of ten forms sent at once with one address a single user comes', async () => {
  const { run, amara } = await withMainContact();
  const browser = await loggedIn(run, amara);
  await browser.get(address);
  const answers = await Promise.all(Array.from({ length: 10 }, () => browser.post(address, ben)));
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
  expect(await members(run)).toHaveLength(2);
  expect(await run.inbox(ben.email)).toHaveLength(1);
});

test('markup in names is shown as typed, and never runs', async () => {
  const { run, amara } = await withMainContact();
  const browser = await loggedIn(run, amara);
  const page = await browser.post(address, { ...ben, jobTitle: '<script>1</script>', email: '"><img>' });
  expect(page.html).not.toContain('<script>1</script>');
  expect(page.html).not.toContain('<img>');
});
