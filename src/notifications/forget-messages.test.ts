import { expect, test } from 'vitest';
import { portal } from '../../tests/support/portal.ts';
import { days } from '../kernel/duration.ts';

test('that a message was sent is kept 180 days, for whoever asks about it, and then forgotten', async () => {
  const the = await portal();
  const amara = await the.addPerson();
  await the.browser().post('/forgotten-details', { email: amara.email });
  await the.runDue();
  const messages = () => the.needs.database.selectFrom('outbox').select('kind').execute();
  the.clock.advance(days(179));
  await the.runDue();
  expect(await messages()).toEqual([{ kind: 'reset-link' }]);
  the.clock.advance(days(2));
  await the.runDue();
  expect(await messages()).toEqual([]);
});

test('a message that still waits is never forgotten, however long ago it was made', async () => {
  const the = await portal();
  await the.needs.database
    .insertInto('outbox')
    .values({
      id: the.needs.ids.next(),
      kind: 'reset-link',
      channel: 'email',
      key_version: 1,
      content: Buffer.from('sealed'),
      message_id: '<waits@gatehouse.example>',
      status: 'deferred',
      next_attempt_at: new Date('2027-06-01T09:00:00Z'),
      created_at: the.clock.now(),
      expires_at: new Date('2027-07-01T09:00:00Z'),
    })
    .execute();
  the.clock.advance(days(300));
  await the.runDue();
  expect(await the.needs.database.selectFrom('outbox').select('status').execute()).toEqual([
    { status: 'deferred' },
  ]);
});
