import { expect, test } from 'vitest';
import type { AccountId, MessageId } from '../../src/kernel/ids.ts';
import { readPreview } from '../../src/notifications/index.ts';
import { logIn } from '../support/main-job.ts';
import { portal } from '../support/portal.ts';
import { goodPassword } from '../support/portal-people.ts';

const sent = async (the: Awaited<ReturnType<typeof portal>>) =>
  (await the.needs.database
    .selectFrom('outbox')
    .select(['id', 'account_id as to'])
    .where('channel', '=', 'email')
    .where('preview', 'is not', null)
    .execute()) as { id: MessageId; to: AccountId }[];

test('what staff see of an email that was sent holds none of its links and codes', async () => {
  const the = await portal({ profile: 'locum-network' });
  const person = await the.addPerson({ email: 'amara.osei@fernhollow.example' });
  await the.browser().post('/forgotten-details', { email: person.email });
  await the.runDue();
  the.clock.advance(3_600_000);
  await logIn(the.browser(), person, '/log-in');
  const messages = await the.inbox();
  const previews = await sent(the);
  expect(previews.length).toBeGreaterThan(0);
  for (const { id, to } of previews) {
    const preview = await readPreview(the.needs, { id, to });
    expect(preview?.text).toContain('hidden]');
    for (const { links, codes } of messages)
      for (const secret of [...links, ...codes]) expect(preview?.text).not.toContain(secret);
    expect(preview?.text).not.toContain(goodPassword);
  }
});

test('a preview is one person’s, sealed, and goes with them', async () => {
  const the = await portal();
  const person = await the.addPerson({ email: 'amara.osei@fernhollow.example' });
  const other = await the.addPerson({ name: 'Idris Bell' });
  await the.browser().post('/forgotten-details', { email: person.email });
  await the.runDue();
  const [first] = await sent(the);
  if (!first) throw new Error('nothing was sent');
  expect(await readPreview(the.needs, { ...first, to: other.id })).toBeUndefined();
  const row = await the.needs.database
    .selectFrom('outbox')
    .select('preview')
    .where('id', '=', first.id)
    .executeTakeFirstOrThrow();
  expect(row.preview?.toString('latin1')).not.toContain('Amara');
});
