import { expect, test } from 'vitest';
import {
  heldBy,
  memberOf,
  practiceCode,
  practiceWithMainContact,
} from '../../../tests/support/people-here.ts';
import type { Portal } from '../../../tests/support/portal.ts';
import type { AddedPerson } from '../../../tests/support/portal-people.ts';
import { days, hours, minutes } from '../../kernel/duration.ts';
import { inTransaction } from '../../platform/database/database.ts';
import { applyRoles } from '../roles/apply-roles.ts';

const clerk = { [practiceCode]: ['supplies/order-clerk'] };

interface Dates {
  starts_on?: string;
  ends_on?: string;
}

async function withDates(run: Portal, person: AddedPerson, dates: Dates): Promise<void> {
  const { id } = await memberOf(run, person);
  await inTransaction(run.needs.database, async (tx) => {
    await tx.updateTable('member').set(dates).where('id', '=', id).execute();
    await applyRoles(run.needs, tx, id, { by: null, because: 'roles-changed' });
  });
}

test('[P12] access begins at midnight of its start date where the portal is, with the clocks going forward', async () => {
  const { run } = await practiceWithMainContact({ at: '2026-03-28T12:00:00Z' });
  const ben = await run.addPerson({ name: 'Ben Okoro', roles: clerk });
  await withDates(run, ben, { starts_on: '2026-03-30' });
  expect(await heldBy(run, ben.id)).toEqual([]);
  run.clock.advance(hours(34.9));
  await run.runDue();
  expect(await heldBy(run, ben.id)).toEqual([]);
  run.clock.advance(minutes(10));
  await run.runDue();
  expect(run.clock.now().toISOString()).toBe('2026-03-29T23:04:00.000Z');
  expect(await heldBy(run, ben.id)).toEqual(['Z90002 supplies/order-clerk']);
  expect((await run.inbox(ben.email))[0]?.subject).toBe('Your access to Practice Z90002 has begun');
});

test('[P12] access ends by itself after its last day, which counts in full when the clocks go back', async () => {
  const { run, amara } = await practiceWithMainContact({ at: '2026-10-24T12:00:00Z' });
  const ben = await run.addPerson({ name: 'Ben Okoro', roles: clerk });
  await withDates(run, ben, { ends_on: '2026-10-25' });
  await run.runDue();
  run.clock.advance(hours(35.9));
  await run.runDue();
  expect(await heldBy(run, ben.id)).toEqual(['Z90002 supplies/order-clerk']);
  run.clock.advance(minutes(10));
  await run.runDue();
  expect(await heldBy(run, ben.id)).toEqual([]);
  expect((await memberOf(run, ben)).ended).toMatchObject({ because: 'end-date', undoUntil: undefined });
  expect((await run.inbox(ben.email))[0]?.subject).toBe('Your access to Practice Z90002 has ended');
  expect(await heldBy(run, amara.person.id)).toEqual(['Z90002 portal/main-contact']);
});

test('[P12] an end date is told to its person and their administrators 14 days before, once', async () => {
  const { run, amara } = await practiceWithMainContact();
  const ben = await run.addPerson({ name: 'Ben Okoro', roles: clerk });
  await withDates(run, ben, { ends_on: '2026-03-17' });
  expect(await run.inbox()).toEqual([]);
  run.clock.advance(days(1));
  const [mine] = await run.inbox(ben.email);
  expect(mine?.text).toContain('ends after 17 March 2026');
  const [theirs] = await run.inbox(amara.person.email);
  expect(theirs?.text).toContain('The access of Ben Okoro to Practice Z90002 ends by itself');
  expect(theirs?.links.some((link) => link.endsWith('/details'))).toBe(true);
  run.clock.advance(days(3));
  expect(await run.inbox()).toHaveLength(2);
});

test('[P12] a new end date is told of again', async () => {
  const { run, amara } = await practiceWithMainContact();
  const ben = await run.addPerson({ name: 'Ben Okoro', roles: clerk });
  await withDates(run, ben, { ends_on: '2026-03-10' });
  await run.runDue();
  const address = `/organisations/${practiceCode}/users/${(await memberOf(run, ben)).id}/details`;
  const page = await amara.browser.get(address);
  const basis = (/name="basis" value="([^"]*)"/.exec(page.html)?.[1] ?? '').replaceAll('&quot;', '"');
  const later = { 'endsOn-day': '12', 'endsOn-month': '3', 'endsOn-year': '2026' };
  await amara.browser.post(address, { basis, jobTitle: '', phone: '', branch: '', ...later });
  const subjects = (await run.inbox(ben.email)).map(({ subject }) => subject);
  expect(subjects.filter((subject) => subject.includes('will end soon'))).toHaveLength(2);
});

test('[P12] the end date of the last administrator counts, and staff are asked to see to it', async () => {
  const { run, amara } = await practiceWithMainContact();
  await withDates(run, amara.person, { ends_on: '2026-03-02' });
  run.clock.advance(days(1));
  await run.runDue();
  expect(await heldBy(run, amara.person.id)).toEqual([]);
  const tasks = await run.needs.database.selectFrom('staff_task').select('kind').execute();
  expect(tasks.map(({ kind }) => kind)).toContain('no-administrator');
});

test('[P12] two that look at the days at once settle everybody once', async () => {
  const { run } = await practiceWithMainContact();
  for (const name of ['Ben', 'Cora', 'Dora'])
    await withDates(run, await run.addPerson({ name: `${name} Lane`, roles: clerk }), {
      ends_on: '2026-03-01',
    });
  const work = run.works.find(({ name }) => name === 'member-dates');
  await Promise.all([work?.runDue(run.clock.now()), work?.runDue(run.clock.now())]);
  const ended = await run.needs.database
    .selectFrom('audit_event')
    .select('id')
    .where('action', '=', 'member-removed')
    .execute();
  expect(ended).toHaveLength(3);
  expect((await run.inbox()).filter(({ subject }) => subject.includes('has ended'))).toHaveLength(3);
});
