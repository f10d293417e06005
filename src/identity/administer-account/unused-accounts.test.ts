import { expect, test } from 'vitest';
import { logIn } from '../../../tests/support/main-job.ts';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import type { AddedPerson } from '../../../tests/support/portal-people.ts';
import { days } from '../../kernel/duration.ts';

const unusedFor = (life: string) => ({ settings: { accounts: { unusedFor: life } } });

const stateOf = async ({ needs }: Portal, { id }: AddedPerson) =>
  needs.database
    .selectFrom('account')
    .select(['state', 'deactivated_because as because'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();

const subjects = async (run: Portal, { email }: AddedPerson) =>
  (await run.inbox(email)).map(({ subject }) => subject);

async function pass(run: Portal, count: number) {
  run.clock.advance(days(count));
  await run.runDue();
}

test('an account that nobody uses is deactivated after a warning of 14 days, and its owner is told who can help', async () => {
  const run = await portal({ profile: 'primary-care', ...unusedFor('180 days') });
  const amara = await run.addPerson({ mainContactOf: 'Z90002' });
  const ben = await run.addPerson({ name: 'Ben Okoro', roles: { Z90002: ['portal/member'] } });
  await logIn(run.browser(), amara);
  await pass(run, 165);
  expect(await subjects(run, ben)).toEqual([]);
  await pass(run, 2);
  expect(await subjects(run, ben)).toEqual(['Log in to keep your account']);
  await logIn(run.browser(), amara);
  await pass(run, 13);
  expect((await stateOf(run, ben)).state).toBe('active');
  await pass(run, 1);
  expect(await stateOf(run, ben)).toEqual({ state: 'deactivated', because: 'unused' });
  const [mail] = await run.inbox(ben.email);
  expect(mail?.subject).toBe('Your account has been deactivated');
  expect(mail?.text).toContain('ask the main contact of your organisation');
  expect((await stateOf(run, amara)).state).toBe('active');
});

test('whoever logs in after the warning keeps their account, and is warned anew another time', async () => {
  const run = await portal({ profile: 'primary-care', ...unusedFor('60 days') });
  const ben = await run.addPerson({ name: 'Ben Okoro' });
  await pass(run, 47);
  await logIn(run.browser(), ben);
  await pass(run, 40);
  expect((await stateOf(run, ben)).state).toBe('active');
  await pass(run, 8);
  const told = await subjects(run, ben);
  expect(told.filter((subject) => subject === 'Log in to keep your account')).toHaveLength(2);
});

test('a portal that never deactivates for that writes to nobody', async () => {
  const run = await portal({ profile: 'primary-care' });
  const ben = await run.addPerson({ name: 'Ben Okoro' });
  await pass(run, 2000);
  expect([await stateOf(run, ben), await run.inbox()]).toEqual([{ state: 'active', because: null }, []]);
});

test('whoever looks after an organisation alone is left as they are, and staff are asked', async () => {
  const run = await portal({ profile: 'primary-care', ...unusedFor('60 days') });
  const amara = await run.addPerson({ mainContactOf: 'Z90002' });
  await pass(run, 50);
  await pass(run, 20);
  expect((await stateOf(run, amara)).state).toBe('active');
  const tasks = await run.needs.database.selectFrom('staff_task').select(['kind', 'record_id']).execute();
  expect(tasks).toEqual([{ kind: 'unused-administrator', record_id: amara.id }]);
});

test('threat: staff are never deactivated by themselves, so that nobody is locked out of the desk', async () => {
  const run = await portal({ profile: 'primary-care', ...unusedFor('60 days') });
  const gwen = await run.addPerson({ name: 'Gwen Parry', staff: 'administrator' });
  await pass(run, 50);
  await pass(run, 500);
  expect([await stateOf(run, gwen), await subjects(run, gwen)]).toEqual([
    { state: 'active', because: null },
    [],
  ]);
});
