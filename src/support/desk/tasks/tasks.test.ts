import { expect, test } from 'vitest';
import { atTheDesk } from '../../../../tests/support/at-the-desk.ts';
import { logIn } from '../../../../tests/support/main-job.ts';
import { type Portal, portal } from '../../../../tests/support/portal.ts';
import { hours, minutes } from '../../../kernel/duration.ts';
import type { AccountId } from '../../../kernel/ids.ts';

async function addTask({ needs }: Portal, more: { organisationId?: string; doneBy?: AccountId } = {}) {
  const recordId = needs.ids.next<'registration'>();
  const reference = needs.ids.reference();
  const now = needs.clock.now();
  await needs.database
    .insertInto('staff_task')
    .values({
      id: needs.ids.next(),
      reference,
      kind: 'check-registration',
      record_type: 'registration',
      record_id: recordId,
      organisation_id: more.organisationId ?? null,
      created_at: now,
      done_at: more.doneBy ? now : null,
      done_by: more.doneBy ?? null,
    })
    .execute();
  return { reference, recordId };
}

test('with nothing to do the desk and the tasks say so', async () => {
  const it = await portal();
  const { desk } = await atTheDesk(it);
  expect((await desk.get('/desk')).text).toContain('No task waits');
  expect((await desk.get('/desk/tasks')).text).toContain('No task waits');
  expect((await desk.get('/desk/tasks?state=done')).text).toContain('No task has been done yet');
});

test('the desk counts what waits, and says how long the oldest has', async () => {
  const it = await portal();
  await addTask(it);
  it.clock.advance(hours(51));
  await addTask(it);
  const { desk } = await atTheDesk(it);
  const page = await desk.get('/desk');
  expect(page.text).toContain('Check a registration (2)');
  expect(page.text).toContain('The oldest has waited 2 days.');
});

test('open tasks stand oldest first, with their organisation, and lead to where they are done', async () => {
  const it = await portal({ at: '2026-03-02T09:00:00Z' });
  await it.addPerson({ mainContactOf: 'Z90002' });
  const practice = await it.needs.database
    .selectFrom('organisation')
    .select('id')
    .where('code', '=', 'Z90002')
    .executeTakeFirstOrThrow();
  const first = await addTask(it, { organisationId: practice.id });
  it.clock.advance(minutes(90));
  const second = await addTask(it);
  const { desk } = await atTheDesk(it);
  const page = await desk.get('/desk/tasks');
  expect(page.text.indexOf(first.reference)).toBeLessThan(page.text.indexOf(second.reference));
  expect(page.text).toContain('Practice Z90002 Z90002');
  expect(page.text).toContain('2 March 2026 at 9am (90 minutes)');
  expect(page.text).toContain('2 March 2026 at 10:30am (less than a minute)');
  expect(page.html).toContain(`href="/desk/registrations/${first.recordId}"`);
});

test('a task about a person names the person', async () => {
  const it = await portal();
  const amara = await it.addPerson();
  const owner = it.browser();
  await logIn(owner, amara);
  await owner.post('/account/data/correct', { text: 'My name is spelt wrong in the letters.' });
  const { desk } = await atTheDesk(it);
  const page = await desk.get('/desk/tasks');
  expect(page.text).toContain('Answer a request for a correction About Amara Osei Reference');
});

test('a portal where no organisation registers shows nobody a section for them', async () => {
  const it = await portal({ profile: 'clinic' });
  const lena = await it.addPerson();
  const owner = it.browser();
  await logIn(owner, lena);
  expect((await owner.get('/account')).html).not.toContain('href="/account/access"');
  const { desk } = await atTheDesk(it);
  const page = await desk.get('/desk');
  for (const section of ['registrations', 'registers'])
    expect(page.html).not.toContain(`href="/desk/${section}"`);
});

test('tasks that are done are kept apart, with who did them', async () => {
  const it = await portal();
  const gwen = await atTheDesk(it);
  const done = await addTask(it, { doneBy: gwen.id });
  const open = await addTask(it);
  const doneList = await gwen.desk.get('/desk/tasks?state=done');
  expect(doneList.text).toContain(done.reference);
  expect(doneList.text).toContain('2 March 2026 at 9am by Gwen Parry');
  expect(doneList.text).not.toContain(open.reference);
  expect((await gwen.desk.get('/desk/tasks')).text).not.toContain(done.reference);
});

test('a long list has pages, and a page beyond the end is the last one', async () => {
  const it = await portal();
  const added: string[] = [];
  for (let number = 0; number < 26; number += 1) {
    added.push((await addTask(it)).reference);
    it.clock.advance(minutes(1));
  }
  const { desk } = await atTheDesk(it);
  const first = await desk.get('/desk/tasks');
  expect(added.filter((reference) => first.text.includes(reference))).toEqual(added.slice(0, 25));
  expect(first.html).toContain('href="/desk/tasks?state=open&amp;page=2"');
  for (const page of ['2', '99']) {
    const last = await desk.get(`/desk/tasks?page=${page}`);
    expect(added.filter((reference) => last.text.includes(reference))).toEqual(added.slice(25));
  }
  for (const page of ['-1', 'x', '1e999'])
    expect((await desk.get(`/desk/tasks?page=${page}`)).status).toBe(200);
});

test('the sections of the desk are those one may open, and the one being read is marked', async () => {
  const it = await portal();
  const agent = await atTheDesk(it, 'agent');
  const administrator = await atTheDesk(it, 'administrator');
  const [hers, his] = [await agent.desk.get('/desk/tasks'), await administrator.desk.get('/desk/tasks')];
  for (const page of [hers, his])
    expect(page.html).toMatch(/href="\/desk\/tasks" aria-current="page">Tasks</);
  expect(his.html).toContain('href="/desk/staff"');
  expect(hers.html).not.toContain('href="/desk/staff"');
});
