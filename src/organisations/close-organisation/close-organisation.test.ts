import { describe, expect, test } from 'vitest';
import { logIn } from '../../../tests/support/main-job.ts';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import { type AddedPerson, addBranch } from '../../../tests/support/portal-people.ts';
import { days, hours } from '../../kernel/duration.ts';
import type { OrganisationId } from '../../kernel/ids.ts';
import { inTransaction } from '../../platform/database/database.ts';
import { importRegister } from '../import-register/import-register.ts';
import { branch, practice, register } from '../import-register/register-samples.ts';
import { addReadyMember } from '../members/add-ready-member.ts';

const users = '/organisations/Z90002/users';

const bring = (run: Portal, ...rows: string[][]) =>
  importRegister(run.needs, { bytes: register(...rows), fileName: 'register.csv', actor: 'system' });

/** A registered practice with a main contact, a deputy and a clerk. */
async function peopled() {
  const run = await portal({ profile: 'primary-care', at: '2026-03-02T09:00Z' });
  await bring(
    run,
    practice({ code: 'Z90002', name: 'Fern Surgery' }),
    practice({ code: 'Z90003', name: 'Holly House' }),
  );
  const set = { registered_at: run.clock.now(), mailbox: 'front-desk@fern.example' };
  await run.needs.database.updateTable('organisation').set(set).where('code', '=', 'Z90002').execute();
  await run.needs.database
    .updateTable('organisation')
    .set({ registered_at: run.clock.now() })
    .where('code', '=', 'Z90003')
    .execute();
  const amara = await run.addPerson({ name: 'Amara Osei', mainContactOf: 'Z90002' });
  const dev = await run.addPerson({ name: 'Dev Shah', roles: { Z90002: ['portal/deputy'] } });
  const kim = await run.addPerson({
    name: 'Kim Lee',
    roles: { Z90002: ['supplies/order-clerk'], Z90003: ['supplies/order-clerk'] },
  });
  return { ...run, run, amara, dev, kim };
}

const closing = (closed = '20260302') =>
  practice({ code: 'Z90002', name: 'Fern Surgery', status: 'C', closed });
const open = practice({ code: 'Z90002', name: 'Fern Surgery' });

async function giveRoles({ needs }: Portal, person: AddedPerson, code: string, keys: string[]) {
  const place = await needs.database
    .selectFrom('organisation')
    .select('id')
    .where('code', '=', code)
    .executeTakeFirstOrThrow();
  const organisationId = place.id as OrganisationId;
  const roles = keys.map((key) => ({ service: key.split('/')[0] ?? '', role: key.split('/')[1] ?? '' }));
  await inTransaction(needs.database, (tx) =>
    addReadyMember(needs, tx, { accountId: person.id, organisationId, roles, by: null }),
  );
}

const subjectsTo = async (run: Portal, to: string) => (await run.inbox(to)).map(({ subject }) => subject);

const openTasks = ({ needs }: Portal) =>
  needs.database
    .selectFrom('staff_task')
    .innerJoin('organisation', 'organisation.id', 'staff_task.organisation_id')
    .select('staff_task.kind')
    .where('organisation.code', '=', 'Z90002')
    .where('done_at', 'is', null)
    .execute();

const standingOf = ({ needs }: Portal, { id }: AddedPerson) =>
  needs.database
    .selectFrom('member')
    .innerJoin('organisation', 'organisation.id', 'member.organisation_id')
    .select(['organisation.code', 'member.state', 'member.ended_because as because'])
    .where('account_id', '=', id)
    .orderBy('organisation.code')
    .execute();

const rolesAt = async ({ needs }: Portal, { id }: AddedPerson) =>
  (
    await needs.database
      .selectFrom('membership')
      .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
      .select('organisation.code')
      .where('account_id', '=', id)
      .where('ended_at', 'is', null)
      .execute()
  ).map(({ code }) => code);

async function loggedIn(run: Portal, person: AddedPerson) {
  const browser = run.browser();
  await logIn(browser, person);
  return browser;
}

describe('a practice that closes', () => {
  test('[P12] its people can look for 90 days and change nothing; those who look after them are told once', async () => {
    const { run, amara, dev, kim } = await peopled();
    await bring(run, closing());
    const subject = 'Fern Surgery has closed: what happens here';
    for (const to of [amara.email, dev.email, 'front-desk@fern.example'])
      expect(await subjectsTo(run, to)).toEqual([subject]);
    expect(await subjectsTo(run, kim.email)).toEqual([]);
    const [letter] = await run.inbox(amara.email);
    expect(letter?.text).toContain('until 31 May 2026, and change nothing');
    expect(await openTasks(run)).toEqual([{ kind: 'successor-needed' }]);
    const main = await loggedIn(run, amara);
    expect((await main.get(users)).text).toContain('Kim Lee');
    expect((await main.get('/organisations/Z90002/review')).status).toBe(403);
    run.clock.advance(days(1));
    await run.runDue();
    expect(await subjectsTo(run, amara.email)).toEqual([subject]);
  });

  test('a close date that comes by itself counts without another import', async () => {
    const { run, amara } = await peopled();
    await bring(run, practice({ code: 'Z90002', name: 'Fern Surgery', closed: '20260310' }));
    expect(await subjectsTo(run, amara.email)).toEqual([]);
    run.clock.advance(days(8));
    expect((await run.inbox(amara.email))[0]?.text).toContain('closed on 10 March 2026');
  });

  test('[P12] a register that was late cuts nobody off: the time to look begins when it came', async () => {
    const { run, amara } = await peopled();
    await bring(run, closing('20250101'));
    const [letter] = await run.inbox(amara.email);
    expect(letter?.text).toContain('closed on 1 January 2025');
    expect(letter?.text).toContain('until 31 May 2026');
  });

  test('[P12] after that everybody’s access ends, the last administrator’s too, and what they have elsewhere stays', async () => {
    const { run, amara, kim } = await peopled();
    await bring(run, closing());
    await run.runDue();
    run.clock.advance(days(90));
    await run.runDue();
    expect(await standingOf(run, amara)).toMatchObject([{ state: 'active' }]);
    run.clock.advance(days(1));
    await run.runDue();
    expect(await standingOf(run, amara)).toEqual([
      { code: 'Z90002', state: 'removed', because: 'organisation-closed' },
    ]);
    expect(await standingOf(run, kim)).toMatchObject([{ state: 'removed' }, { state: 'active' }]);
    expect(await rolesAt(run, kim)).toEqual(['Z90003']);
    expect(await subjectsTo(run, kim.email)).toEqual(['Your access to Fern Surgery has ended']);
    expect(await openTasks(run)).toEqual([]);
    const main = await loggedIn(run, amara);
    expect((await main.get(users)).status).toBe(403);
  });

  test('a hundred people end in batches, and a look that is repeated ends nobody twice', async () => {
    const { run } = await peopled();
    const { database, ids } = run.needs;
    const fern = await database
      .selectFrom('organisation')
      .select('id')
      .where('code', '=', 'Z90002')
      .executeTakeFirstOrThrow();
    const person = (at: number) => ({
      id: ids.next(),
      organisation_id: fern.id,
      state: 'active' as const,
      full_name: `Person ${at}`,
      email_typed: `person.${at}@fern.example`,
      email_canonical: `person.${at}@fern.example`,
      created_at: run.clock.now(),
      accepted_at: run.clock.now(),
    });
    await database
      .insertInto('member')
      .values(Array.from({ length: 100 }, (_, at) => person(at)))
      .execute();
    await bring(run, closing());
    await run.runDue();
    run.clock.advance(days(91));
    await Promise.all([run.runDue(), run.runDue()]);
    await run.runDue();
    const ended = await database
      .selectFrom('audit_event')
      .select('id')
      .where('action', '=', 'member-removed')
      .execute();
    expect(ended.length).toBe(103);
  });

  test('[P12] if the register opens it again, everything is as before and everybody is told', async () => {
    const { run, amara } = await peopled();
    await bring(run, closing());
    await run.runDue();
    await bring(run, open);
    run.clock.advance(hours(1));
    expect(await subjectsTo(run, amara.email)).toContain('Fern Surgery is open again');
    expect(await openTasks(run)).toEqual([]);
    run.clock.advance(days(200));
    await run.runDue();
    expect(await standingOf(run, amara)).toMatchObject([{ state: 'active' }]);
    expect(await run.needs.database.selectFrom('closure').selectAll().execute()).toEqual([]);
  });

  test('opened again when everybody’s access was over, it becomes work for staff', async () => {
    const { run } = await peopled();
    await bring(run, closing());
    await run.runDue();
    run.clock.advance(days(91));
    await run.runDue();
    await bring(run, open);
    await run.runDue();
    expect(await openTasks(run)).toEqual([{ kind: 'no-administrator' }]);
  });
});

describe('branches', () => {
  const fernBranch = (closed = '') =>
    branch({ code: 'Z90002001', name: 'Fern Branch', parent: 'Z90002', closed });

  test('[P12] a branch of the register is there by itself: the main contact acts for it at once', async () => {
    const { run, amara } = await peopled();
    const main = await loggedIn(run, amara);
    expect((await main.get('/organisations/Z90002001/users')).status).toBe(404);
    await bring(run, fernBranch());
    expect((await main.get('/organisations/Z90002001/users')).status).toBe(200);
    const bo = await run.addPerson({ name: 'Bo Hart', roles: { Z90002001: ['supplies/order-clerk'] } });
    expect(await rolesAt(run, bo)).toEqual(['Z90002001']);
    expect((await main.get(users)).text).toContain('Bo Hart');
  });

  test('[P12] who is limited to a branch that closes is told, and ends with it; the rest of the practice goes on', async () => {
    const { run, amara, kim } = await peopled();
    await bring(run, fernBranch());
    const bo = await run.addPerson({ name: 'Bo Hart', roles: { Z90002001: ['supplies/order-clerk'] } });
    await bring(run, fernBranch('20260302'));
    expect(await subjectsTo(run, amara.email)).toEqual(['Fern Branch has closed']);
    expect(await subjectsTo(run, bo.email)).toEqual(['Fern Branch has closed: your access']);
    expect(await openTasks(run)).toEqual([]);
    run.clock.advance(days(91));
    await run.runDue();
    expect(await standingOf(run, bo)).toEqual([
      { code: 'Z90002', state: 'removed', because: 'organisation-closed' },
    ]);
    expect(await standingOf(run, kim)).toMatchObject([{ state: 'active' }, { state: 'active' }]);
    expect(await standingOf(run, amara)).toMatchObject([{ state: 'active' }]);
  });

  test('[P12] a branch that moves to another practice takes nobody along, from the very import on', async () => {
    const { run, amara } = await peopled();
    const una = await run.addPerson({ name: 'Una Fry', mainContactOf: 'Z90003' });
    await bring(run, fernBranch());
    const bo = await run.addPerson({ name: 'Bo Hart', roles: { Z90002001: ['portal/deputy'] } });
    const browser = await loggedIn(run, bo);
    expect((await browser.get('/organisations/Z90002001/users')).status).toBe(200);
    await bring(run, branch({ code: 'Z90002001', name: 'Fern Branch', parent: 'Z90003' }));
    expect(await rolesAt(run, bo)).toEqual([]);
    expect((await browser.get('/organisations/Z90002001/users')).status).toBe(403);
    const [main, other] = [await loggedIn(run, amara), await loggedIn(run, una)];
    expect((await main.get('/organisations/Z90002001/users')).status).toBe(403);
    const theirs = await other.get('/organisations/Z90002001/users');
    expect(theirs.status).toBe(200);
    expect(theirs.text).not.toContain('Bo Hart');

    await run.runDue();
    expect(await standingOf(run, bo)).toEqual([
      { code: 'Z90002', state: 'removed', because: 'branch-moved' },
    ]);
    const [gone] = await run.inbox(amara.email);
    expect(gone?.subject).toBe('Fern Branch belongs to another practice now');
    expect(gone?.text).toContain('their access ended: Bo Hart.');
    const [came] = await run.inbox(una.email);
    expect(came?.subject).toBe('Fern Branch belongs to your practice now');
    expect(came?.text).not.toContain('Bo Hart');
    expect(await subjectsTo(run, bo.email)).toEqual(['Your access to Fern Surgery has ended']);
  });

  test('whom the new practice has given its branch keeps it through the next import', async () => {
    const { run } = await peopled();
    await bring(run, fernBranch());
    const bo = await run.addPerson({ name: 'Bo Hart', roles: { Z90002001: ['supplies/order-clerk'] } });
    await bring(run, closing());
    await bring(run, branch({ code: 'Z90002001', name: 'Fern Branch', parent: 'Z90003' }));
    expect(await rolesAt(run, bo)).toEqual([]);
    await run.runDue();
    expect(await standingOf(run, bo)).toMatchObject([{ code: 'Z90002', state: 'active' }]);
    await giveRoles(run, bo, 'Z90002001', ['supplies/order-clerk']);
    await bring(run, branch({ code: 'Z90002001', name: 'Fern Branch renamed', parent: 'Z90003' }));
    expect(await rolesAt(run, bo)).toEqual(['Z90002001']);
  });

  test('a closed branch to which nobody is limited is nobody’s trouble', async () => {
    const { run, amara } = await peopled();
    await addBranch(run, 'Z90002009', 'Z90002');
    await run.needs.database
      .updateTable('organisation')
      .set({ status: 'closed' })
      .where('code', '=', 'Z90002009')
      .execute();
    await run.runDue();
    expect(await subjectsTo(run, amara.email)).toEqual([]);
  });
});
