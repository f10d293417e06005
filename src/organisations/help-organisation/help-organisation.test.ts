import { describe, expect, test } from 'vitest';
import { atTheDesk } from '../../../tests/support/at-the-desk.ts';
import { logIn } from '../../../tests/support/main-job.ts';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import type { Browser } from '../../../tests/support/portal-browser.ts';
import type { AddedPerson } from '../../../tests/support/portal-people.ts';
import { addBranch } from '../../../tests/support/portal-people.ts';
import { days, minutes } from '../../kernel/duration.ts';

const clerk = 'supplies/order-clerk';
const records = 'medical-records/movement-administrator';
/** One that the settings do not know any more. */
const forgotten = 'supplies/storekeeper';

/** A practice that closed today with four people, another that takes over, and staff at the desk. */
async function closing({ successorHasMainContact = true } = {}) {
  const run = await portal({ profile: 'primary-care', at: '2026-03-02T09:00Z' });
  const amara = await run.addPerson({ name: 'Amara Osei', mainContactOf: 'Z90002' });
  const dev = await run.addPerson({ name: 'Dev Shah', roles: { Z90002: ['portal/deputy', clerk] } });
  const kim = await run.addPerson({ name: 'Kim Lee', roles: { Z90002: [clerk, records, forgotten] } });
  const una = await run.addPerson({
    name: 'Una Fry',
    roles: { Z90003: successorHasMainContact ? ['portal/main-contact'] : [clerk] },
  });
  const { database } = run.needs;
  const id = await idOf(run, 'Z90002');
  await database.updateTable('organisation').set({ status: 'closed' }).where('id', '=', id).execute();
  await run.runDue();
  const { desk } = await atTheDesk(run);
  return { ...run, run, amara, dev, kim, una, desk, page: `/desk/organisations/${id}` };
}

const idOf = async ({ needs }: Portal, code: string): Promise<string> =>
  (
    await needs.database
      .selectFrom('organisation')
      .select('id')
      .where('code', '=', code)
      .executeTakeFirstOrThrow()
  ).id;

async function memberOf({ needs }: Portal, { id }: AddedPerson, code: string) {
  const member = await needs.database
    .selectFrom('member')
    .innerJoin('organisation', 'organisation.id', 'member.organisation_id')
    .select([
      'member.id',
      'member.state',
      'member.ended_because as because',
      'member.returns_on as returnsOn',
    ])
    .where('account_id', '=', id)
    .where('organisation.code', '=', code)
    .executeTakeFirst();
  if (!member) return undefined;
  const roles = await needs.database
    .selectFrom('member_role')
    .select(['service', 'role'])
    .where('member_id', '=', member.id)
    .orderBy('service')
    .orderBy('role')
    .execute();
  return { ...member, roles: roles.map(({ service, role }) => `${service}/${role}`) };
}

const subjectsTo = async (run: Portal, person: AddedPerson) =>
  (await run.inbox(person.email)).map(({ subject }) => subject);

async function name(desk: Browser, page: string, code: string) {
  await desk.get(page);
  return desk.follow(await desk.post(`${page}/successor`, { code }));
}

/** Chooses somebody and confirms, as the pages do. */
async function move(run: Portal, desk: Browser, page: string, person: AddedPerson) {
  const people = (await memberOf(run, person, 'Z90002'))?.id ?? '';
  const preview = await desk.post(`${page}/move`, { people });
  return { preview, confirm: () => desk.post(`${page}/moved`, { people }) };
}

describe('the page of an organisation', () => {
  test('says what the register says, who is there, and what waits', async () => {
    const { run, desk, page } = await closing();
    const { text, status } = await desk.get(page);
    expect(status).toBe(200);
    expect(text).toContain('This practice has closed');
    expect(text).toContain('Its people can look until 31 May 2026, and change nothing.');
    expect(text).toMatch(/Status Closed/);
    expect(text).toMatch(/Kim Lee .*Active .*Not yet/);
    expect(text).toContain('Name the successor');
    expect((await desk.get('/desk/tasks')).html).toContain(page);
    await addBranch(run, 'Z90002001', 'Z90002');
    const branch = await desk.get(`/desk/organisations/${await idOf(run, 'Z90002001')}`);
    expect(branch.text).toContain('Practice Z90002');
    expect((await desk.get('/desk/organisations/0')).status).toBe(404);
    const open = await desk.get(`/desk/organisations/${await idOf(run, 'Z90003')}`);
    expect(open.text).not.toContain('Name the successor');
  });

  test('[P12] says so where nobody looks after the people of an open practice', async () => {
    const { run, desk } = await closing({ successorHasMainContact: false });
    const helpless = await desk.get(`/desk/organisations/${await idOf(run, 'Z90003')}`);
    expect(helpless.text).toContain('Nobody looks after the people of this practice');
  });

  test('is for staff alone', async () => {
    const { run, amara, page } = await closing();
    const main = run.browser();
    await logIn(main, amara);
    expect((await main.get(page)).location).toMatch(/^\/log-in\/staff/);
    expect((await main.post(`${page}/successor`, { code: 'Z90003' })).location).toMatch(/^\/log-in\/staff/);
  });
});

describe('naming the successor', () => {
  test('[P12] both practices are told who takes over, and it can be named anew', async () => {
    const { run, desk, page, amara, una } = await closing();
    const named = await name(desk, page, 'z90003');
    expect(named.text).toContain('The successor is named, and both practices are told');
    expect(named.text).toContain('Successor: Practice Z90003, Z90003.');
    for (const person of [amara, una])
      expect(await subjectsTo(run, person)).toContain('Who takes over from Practice Z90002');
    const events = await run.needs.database
      .selectFrom('audit_event')
      .select('action')
      .where('action', '=', 'successor-named')
      .execute();
    expect(events.length).toBe(1);
  });

  test('only a registered practice that is open can be one', async () => {
    const { run, desk, page } = await closing();
    await addBranch(run, 'Z90003001', 'Z90003');
    await run.addPerson({ name: 'Old Hand', roles: { Z90004: [clerk] } });
    const { database } = run.needs;
    await database
      .updateTable('organisation')
      .set({ status: 'closed' })
      .where('code', '=', 'Z90004')
      .execute();
    await database
      .insertInto('organisation')
      .values({
        id: run.needs.ids.next(),
        code: 'Z90005',
        kind: 'practice',
        name: 'Not here',
        status: 'active',
      })
      .execute();
    for (const [code, problem] of [
      ['', 'Enter a unique ID'],
      ['Z99999', 'No practice has this unique ID'],
      ['not a code', 'No practice has this unique ID'],
      ['Z90003001', 'This is a branch'],
      ['Z90002', 'Enter the unique ID of another practice'],
      ['Z90005', 'This practice is not registered here'],
      ['Z90004', 'This practice has closed too'],
    ] as const) {
      const answer = await desk.post(`${page}/successor`, { code });
      expect([code, answer.status]).toEqual([code, 422]);
      expect(answer.text).toContain(problem);
    }
    const open = `/desk/organisations/${await idOf(run, 'Z90003')}/successor`;
    expect((await desk.post(open, { code: 'Z90002' })).text).toContain('This practice is open');
  });

  test('nobody is to be moved: the task is done', async () => {
    const { run, desk, page } = await closing();
    await desk.get(page);
    const done = await desk.follow(await desk.post(`${page}/nobody-moves`));
    expect(done.text).toContain('The task is done: nobody is to be moved');
    const left = await run.needs.database
      .selectFrom('staff_task')
      .select('id')
      .where('kind', '=', 'successor-needed')
      .where('done_at', 'is', null)
      .execute();
    expect(left).toEqual([]);
  });
});

describe('moving people', () => {
  test('[P12 P18] the preview says what comes along; then the person has it there, and nothing at the closed practice', async () => {
    const { run, desk, page, kim, una, amara } = await closing();
    await name(desk, page, 'Z90003');
    expect((await desk.get(`${page}/move`)).text).toContain('Kim Lee');
    const { preview, confirm } = await move(run, desk, page, kim);
    expect(preview.text).toMatch(/Kim Lee .*Gets access to Practice Z90003/);
    expect(preview.text).toContain('storekeeper: there is no such role any more');
    expect(await memberOf(run, kim, 'Z90003')).toBeUndefined();
    const done = await desk.follow(await confirm());
    expect(done.text).toContain('The people you chose are moved, and told');
    expect(await memberOf(run, kim, 'Z90003')).toMatchObject({
      state: 'active',
      roles: [records, clerk],
    });
    expect(await memberOf(run, kim, 'Z90002')).toMatchObject({
      state: 'removed',
      because: 'moved-to-successor',
    });
    const told = await subjectsTo(run, kim);
    expect(told).toContain('You now have access to Practice Z90003');
    expect(told).not.toContain('Your access to Practice Z90002 has ended');
    for (const person of [una, amara])
      expect(await subjectsTo(run, person)).toContain('People moved from Practice Z90002 to Practice Z90003');
    const browser = run.browser();
    await logIn(browser, kim);
    expect((await browser.get('/organisations/Z90003')).status).toBe(200);
    expect((await browser.get('/organisations/Z90002')).status).toBe(403);
  });

  test('[P12] roles that look after people stay behind where the successor has its own', async () => {
    const { run, desk, page, amara, dev } = await closing();
    await name(desk, page, 'Z90003');
    const main = await move(run, desk, page, amara);
    expect(main.preview.text).toContain('Main contact: given by the successor itself');
    await main.confirm();
    expect(await memberOf(run, amara, 'Z90003')).toMatchObject({ roles: [] });
    const deputy = await move(run, desk, page, dev);
    await deputy.confirm();
    expect(await memberOf(run, dev, 'Z90003')).toMatchObject({ roles: [clerk] });
  });

  test('[P12] a successor that nobody looks after gets the main contact who comes', async () => {
    const { run, desk, page, amara } = await closing({ successorHasMainContact: false });
    await name(desk, page, 'Z90003');
    await (await move(run, desk, page, amara)).confirm();
    expect(await memberOf(run, amara, 'Z90003')).toMatchObject({ roles: ['portal/main-contact'] });
    const main = run.browser();
    await logIn(main, amara);
    expect((await main.get('/organisations/Z90003/users')).text).toContain('Una Fry');
  });

  test('[P18] who works at both gets the roles joined, and limits hold', async () => {
    const { run, desk, page, dev } = await closing();
    const both = await run.addPerson({
      name: 'Max Bell',
      roles: {
        Z90002: [clerk, 'payments/administrator', 'payments/view-claims'],
        Z90003: [records],
      },
    });
    await name(desk, page, 'Z90003');
    const { preview, confirm } = await move(run, desk, page, both);
    expect(preview.text).toContain('Has access to Practice Z90003 already');
    expect(preview.text).toMatch(/given by the successor itself/);
    await confirm();
    expect(await memberOf(run, both, 'Z90003')).toMatchObject({
      roles: [records, 'payments/view-claims', clerk],
    });
    expect(await memberOf(run, dev, 'Z90002')).toMatchObject({ state: 'active' });
  });

  test('who has not accepted, or works only at a branch that stays, is not moved; one that came along keeps its people', async () => {
    const { run, desk, page } = await closing();
    await addBranch(run, 'Z90002001', 'Z90002');
    await addBranch(run, 'Z90002002', 'Z90002');
    const stays = await run.addPerson({ name: 'Bo Hart', roles: { Z90002001: [clerk] } });
    const comes = await run.addPerson({ name: 'Cy Dunn', roles: { Z90002002: [clerk] } });
    const { database } = run.needs;
    await database
      .updateTable('organisation')
      .set({ parent_id: await idOf(run, 'Z90003') })
      .where('code', '=', 'Z90002002')
      .execute();
    await name(desk, page, 'Z90003');
    const one = await move(run, desk, page, stays);
    expect(one.preview.text).toContain('Stays: works only at a branch that does not belong to the successor');
    expect(await desk.follow(await one.confirm()).then(({ text }) => text)).toContain('Nobody was moved');
    await (await move(run, desk, page, comes)).confirm();
    const held = await database
      .selectFrom('membership')
      .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
      .select('organisation.code')
      .where('account_id', '=', comes.id)
      .where('ended_at', 'is', null)
      .execute();
    expect(held).toEqual([{ code: 'Z90002002' }]);
  });

  test('who is on leave stays on leave', async () => {
    const { run, desk, page, kim } = await closing();
    await run.needs.database
      .updateTable('member')
      .set({ state: 'on-leave', returns_on: '2026-09-01' })
      .where('account_id', '=', kim.id)
      .execute();
    await name(desk, page, 'Z90003');
    await (await move(run, desk, page, kim)).confirm();
    expect(await memberOf(run, kim, 'Z90003')).toMatchObject({ state: 'on-leave', returnsOn: '2026-09-01' });
  });

  test('sent twice, or by two at once, moves somebody once', async () => {
    const { run, desk, page, kim } = await closing();
    await name(desk, page, 'Z90003');
    const second = await atTheDesk(run, 'administrator');
    await second.desk.get(`${page}/move`);
    const { confirm } = await move(run, desk, page, kim);
    const other = await move(run, second.desk, page, kim);
    await Promise.all([confirm(), other.confirm()]);
    expect((await desk.follow(await confirm())).text).toContain('Nobody was moved');
    const events = await run.needs.database
      .selectFrom('audit_event')
      .select('id')
      .where('action', '=', 'member-moved')
      .execute();
    expect(events.length).toBe(1);
  });

  test('when everybody has moved the task is done; once access is over nobody can be moved', async () => {
    const { run, desk, page, amara, dev, kim } = await closing();
    await name(desk, page, 'Z90003');
    for (const person of [dev, kim, amara]) await (await move(run, desk, page, person)).confirm();
    const task = await run.needs.database
      .selectFrom('staff_task')
      .select('done_at')
      .where('kind', '=', 'successor-needed')
      .executeTakeFirstOrThrow();
    expect(task.done_at).not.toBeNull();
    run.clock.advance(days(91));
    await run.runDue();
    const late = await atTheDesk(run, 'administrator');
    expect((await late.desk.get(`${page}/move`)).text).toContain('the time to move people is over');
  });

  test('asks for the password again after a while, and a successor that closed takes nobody', async () => {
    const { run, desk, page } = await closing();
    await name(desk, page, 'Z90003');
    await run.needs.database
      .updateTable('organisation')
      .set({ status: 'closed' })
      .where('code', '=', 'Z90003')
      .execute();
    const answer = await desk.get(`${page}/move`);
    expect(answer.text).toContain('The successor has closed meanwhile');
    run.clock.advance(minutes(11));
    expect((await desk.get(`${page}/move`)).location).toMatch(/confirm/);
    expect((await desk.post(`${page}/moved`, { people: 'x' })).location).toMatch(/confirm/);
  });
});
