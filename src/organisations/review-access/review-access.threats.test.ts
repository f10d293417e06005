import { expect, test } from 'vitest';
import { logIn } from '../../../tests/support/main-job.ts';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import type { AddedPerson } from '../../../tests/support/portal-people.ts';
import { days } from '../../kernel/duration.ts';

const review = '/organisations/Z90002/review';
const clerk = 'supplies/order-clerk';

/** Two practices with a review each, and their main contacts logged in. */
async function twoReviews() {
  const run = await portal({ profile: 'primary-care', at: '2026-01-05T09:00Z' });
  const amara = await run.addPerson({ name: 'Amara Osei', mainContactOf: 'Z90002' });
  const dev = await run.addPerson({ name: 'Dev Shah', roles: { Z90002: ['portal/deputy'] } });
  const kim = await run.addPerson({ name: 'Kim Lee', roles: { Z90002: [clerk] } });
  const una = await run.addPerson({ name: 'Una Fry', mainContactOf: 'Z90003' });
  const ali = await run.addPerson({ name: 'Ali Noor', roles: { Z90003: [clerk] } });
  run.clock.advance(days(182));
  await run.runDue();
  const [main, deputy] = [run.browser(), run.browser()];
  await logIn(main, amara);
  await logIn(deputy, dev);
  return { run, main, deputy, amara, dev, kim, una, ali };
}

const memberId = async ({ needs }: Portal, person: AddedPerson): Promise<string> =>
  (
    await needs.database
      .selectFrom('member')
      .select('id')
      .where('account_id', '=', person.id)
      .executeTakeFirstOrThrow()
  ).id;

const answersIn = ({ needs }: Portal) =>
  needs.database.selectFrom('access_review_answer').select(['member_id as id', 'decision']).execute();

const stateOf = async ({ needs }: Portal, person: AddedPerson) =>
  (
    await needs.database
      .selectFrom('member')
      .select('state')
      .where('account_id', '=', person.id)
      .executeTakeFirstOrThrow()
  ).state;

test('a forged answer about somebody of another practice, oneself or somebody above is no answer', async () => {
  const { run, deputy, amara, dev, ali, kim } = await twoReviews();
  await deputy.get(review);
  const forged: Record<string, string> = { do: 'save' };
  for (const person of [amara, dev, ali]) forged[`person-${await memberId(run, person)}`] = 'remove';
  forged['person-00000000-0000-0000-0000-000000000000'] = 'remove';
  forged[`person-${await memberId(run, kim)}`] = 'keep';
  await deputy.post(review, forged);
  expect(await answersIn(run)).toEqual([{ id: await memberId(run, kim), decision: 'keep' }]);
});

test('two that finish at once finish it once, and nobody ends twice', async () => {
  const { run, main, deputy, dev, kim } = await twoReviews();
  await main.get(review);
  const answers = {
    [`person-${await memberId(run, kim)}`]: 'remove',
    [`person-${await memberId(run, dev)}`]: 'keep',
  };
  await main.post(review, { ...answers, do: 'save' });
  await deputy.get(review);
  await Promise.all([main.post(`${review}/finish`), deputy.post(`${review}/finish`)]);
  const events = await run.needs.database
    .selectFrom('audit_event')
    .select('action')
    .where('action', 'in', ['access-review-finished', 'member-removed'])
    .execute();
  expect(events.map(({ action }) => action).sort()).toEqual(['access-review-finished', 'member-removed']);
  expect(await stateOf(run, kim)).toBe('removed');
});

test('a deputy removed while the review is open on their screen decides nothing any more', async () => {
  const { run, main, deputy, dev, kim } = await twoReviews();
  await deputy.get(review);
  await main.get(review);
  const theirs = {
    [`person-${await memberId(run, kim)}`]: 'keep',
    [`person-${await memberId(run, dev)}`]: 'remove',
  };
  await main.post(review, { ...theirs, do: 'save' });
  await main.post(`${review}/finish`);
  const late = await deputy.post(review, { [`person-${await memberId(run, kim)}`]: 'remove', do: 'save' });
  expect(late.status).toBe(403);
  expect((await deputy.post(`${review}/finish`)).status).toBe(403);
  expect(await stateOf(run, kim)).toBe('active');
});

test('looking finishes nothing, and removes nobody', async () => {
  const { run, main, dev, kim } = await twoReviews();
  await main.get(review);
  const answers = {
    [`person-${await memberId(run, kim)}`]: 'remove',
    [`person-${await memberId(run, dev)}`]: 'keep',
  };
  await main.post(review, { ...answers, do: 'continue' });
  await main.get(`${review}/finish`);
  await main.head(`${review}/finish`);
  await main.get(`${review}/finish?do=finish`);
  expect(await stateOf(run, kim)).toBe('active');
  main.forgetToken();
  expect((await main.post(`${review}/finish`, { csrf: 'forged' })).status).toBe(422);
  expect(await stateOf(run, kim)).toBe('active');
});
