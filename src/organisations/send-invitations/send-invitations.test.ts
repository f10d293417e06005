import { expect, test } from 'vitest';
import { invite, withMainContact } from '../../../tests/support/invited-people.ts';
import { days } from '../../kernel/duration.ts';
import { sendInvitationsWork } from './send-invitations.ts';

const ben = { email: 'ben.okoro@fern.example', fullName: 'Ben Okoro' };

test('two nodes that look at once write one email', async () => {
  const { run } = await withMainContact();
  const id = await invite(run, ben);
  const now = run.clock.now();
  await run.needs.database
    .updateTable('invitation')
    .set({ send_at: now })
    .where('member_id', '=', id)
    .execute();
  const work = sendInvitationsWork(run.needs);
  const handled = await Promise.all([work.runDue(now), work.runDue(now), work.runDue(now)]);
  expect(handled.toSorted()).toEqual([0, 0, 1]);
  expect(await run.inbox(ben.email)).toHaveLength(2);
});

test('who was removed before the email went gets none', async () => {
  const { run } = await withMainContact();
  const id = await invite(run, ben);
  const { database } = run.needs;
  const now = run.clock.now();
  await database.updateTable('invitation').set({ send_at: now }).where('member_id', '=', id).execute();
  await database
    .updateTable('member')
    .set({ state: 'removed', ended_at: now })
    .where('id', '=', id)
    .execute();
  expect(await run.inbox(ben.email)).toHaveLength(1);
});

test('who is invited, cancelled and invited again without end gets ten emails a day, and the newest once it is over', async () => {
  const { run } = await withMainContact();
  const { database } = run.needs;
  for (let time = 0; time < 14; time += 1) {
    await invite(run, ben);
    if (time < 13)
      await database
        .updateTable('member')
        .set({ state: 'removed', ended_at: run.clock.now() })
        .where('email_canonical', '=', ben.email)
        .where('state', '=', 'invited')
        .execute();
  }
  expect(await run.inbox(ben.email)).toHaveLength(10);
  await invite(run, { email: 'other@fern.example', fullName: 'Other Person' });
  expect(await run.inbox('other@fern.example')).toHaveLength(1);
  run.clock.advance(days(1));
  expect(await run.inbox(ben.email)).toHaveLength(11);
});
