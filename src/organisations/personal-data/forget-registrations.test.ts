import { expect, test } from 'vitest';
import { nerys, openDesk, refuseRegistration, register } from '../../../tests/support/main-job.ts';
import { portal } from '../../../tests/support/portal.ts';
import { days } from '../../kernel/duration.ts';

async function registrationsAfter(decided: boolean, later: number) {
  const the = await portal({ profile: 'primary-care' });
  const { desk } = await openDesk(the);
  await register(the.browser(), nerys);
  if (decided) await refuseRegistration(desk, 'The practice did not ask for it.');
  the.clock.advance(later);
  await the.runDue();
  const { database } = the.needs;
  const registrations = await database.selectFrom('registration').select('state').execute();
  const tasks = await database.selectFrom('staff_task').select('kind').execute();
  return [registrations.map(({ state }) => state), tasks.map(({ kind }) => kind)];
}

test('a decided registration is kept a year, and then forgotten with its task', async () => {
  expect(await registrationsAfter(true, days(364))).toEqual([['refused'], ['check-registration']]);
  expect(await registrationsAfter(true, days(366))).toEqual([[], []]);
});

test('one that still waits for staff is never forgotten', async () => {
  expect(await registrationsAfter(false, days(2000))).toEqual([['waiting'], ['check-registration']]);
});
