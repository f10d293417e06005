import { expect, test } from 'vitest';
import {
  heldBy,
  logged,
  memberOf,
  practiceCode,
  practiceWithMainContact,
} from '../../../tests/support/people-here.ts';
import { days } from '../../kernel/duration.ts';
import { NotAllowed } from '../../kernel/endings.ts';
import { startLeave } from './leave.ts';

const day = (date: string, month: string, year: string) => ({
  'returnsOn-day': date,
  'returnsOn-month': month,
  'returnsOn-year': year,
});

async function withBen() {
  const { run, amara } = await practiceWithMainContact();
  const ben = await logged(run, { name: 'Ben Okoro', roles: { [practiceCode]: ['portal/member'] } });
  const member = await memberOf(run, ben.person);
  return { run, amara, ben, member, address: `/organisations/${practiceCode}/users/${member.id}` };
}

test('[P12] somebody on long leave has no access until the day they are expected, and then has it again', async () => {
  const { run, amara, ben, address } = await withBen();
  expect((await amara.browser.get(`${address}/leave`)).text).toContain('Ben Okoro goes on leave');
  const sent = await amara.browser.post(`${address}/leave`, day('1', '4', '2026'));
  expect(sent.location).toBe(`${address}?done=on-leave`);
  expect(await heldBy(run, ben.person.id)).toEqual([]);
  expect((await run.inbox(ben.person.email))[0]?.text).toContain('comes back by itself on 1 April 2026');
  run.clock.advance(days(29));
  await run.runDue();
  expect(await heldBy(run, ben.person.id)).toEqual([]);
  run.clock.advance(days(1));
  expect((await run.inbox(ben.person.email))[0]?.subject).toContain('Welcome back');
  expect(await heldBy(run, ben.person.id)).toEqual(['Z90002 portal/member']);
});

test('[P12] whoever is back early has their access at once', async () => {
  const { run, amara, ben, address } = await withBen();
  await amara.browser.post(`${address}/leave`, day('1', '9', '2026'));
  const page = await amara.browser.get(`${address}/return`);
  expect(page.text).toContain('They are expected back on 1 September 2026');
  expect((await amara.browser.post(`${address}/return`)).location).toBe(`${address}?done=returned`);
  expect(await heldBy(run, ben.person.id)).toEqual(['Z90002 portal/member']);
  expect((await amara.browser.get(`${address}/return`)).location).toBe(address);
});

test.each([
  [day('', '', ''), 'Enter the day they are expected back'],
  [day('31', '2', '2027'), 'Enter the day they are expected back'],
  [day('2', '3', '2026'), 'must be after today'],
  [day('1', '6', '2029'), 'must be within 2 years'],
])('[P12] a day that cannot be is said, and keeps what was typed: %o', async (typed, told) => {
  const { amara, address } = await withBen();
  const page = await amara.browser.post(`${address}/leave`, typed);
  expect(page.status).toBe(422);
  expect(page.text).toContain(told);
  expect(page.html).toContain(`value="${typed['returnsOn-year']}"`);
});

test('threat: a deputy sends neither the main contact nor another deputy on leave, and nobody themselves', async () => {
  const { run, amara, ben } = await withBen();
  const cora = await logged(run, { name: 'Cora Lane', roles: { [practiceCode]: ['portal/deputy'] } });
  const gita = await run.addPerson({ name: 'Gita Rao', roles: { [practiceCode]: ['portal/deputy'] } });
  const by = await cora.actor();
  for (const person of [amara.person, gita, cora.person]) {
    const leave = { code: practiceCode, id: (await memberOf(run, person)).id, returnsOn: '2026-04-01' };
    await expect(startLeave(run.needs, by, leave)).rejects.toThrow(NotAllowed);
  }
  const own = { code: practiceCode, id: (await memberOf(run, ben.person)).id, returnsOn: '2026-04-01' };
  await expect(startLeave(run.needs, await ben.actor(), own)).rejects.toThrow(NotAllowed);
});
