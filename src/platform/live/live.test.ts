import { sql } from 'kysely';
import { expect, onTestFinished, test, vi } from 'vitest';
import { emptyDatabase } from '../../../tests/support/empty-database.ts';
import { inTransaction } from '../database/database.ts';
import { announce } from './announce.ts';
import { createLive } from './live.ts';

const patience = { timeout: 5_000, interval: 20 };

async function aLine() {
  const { url, database } = await emptyDatabase();
  const troubles: Error[] = [];
  const live = createLive({
    databaseUrl: url,
    onTrouble: (error) => void troubles.push(error),
    pollEvery: 50,
    tryEvery: 200,
  });
  onTestFinished(() => live.close());
  const say = (id: string) => inTransaction(database, (tx) => announce(tx, 'ticket', id));
  return { live, database, say, troubles };
}

const lines = sql<{ pid: number }>`
  SELECT pid FROM pg_stat_activity WHERE application_name = 'gatehouse live' AND datname = current_database()`;

test('a change is heard on another connection by whoever listens for that record, and only once it is made', async () => {
  const { live, database, say } = await aLine();
  const heard: string[] = [];
  live.listen('ticket', 'one', () => heard.push('one'));
  live.listen('ticket', 'two', () => heard.push('two'));
  await vi.waitUntil(() => live.isHeard(), patience);
  heard.length = 0;
  await inTransaction(database, async (tx) => {
    await announce(tx, 'ticket', 'two');
    throw new Error('taken back');
  }).catch(() => undefined);
  await say('one');
  await vi.waitUntil(() => heard.length > 0, patience);
  expect(heard).toEqual(['one']);
});

test('a line that is lost is made again, and what was missed meanwhile is looked for', async () => {
  const { live, database, troubles } = await aLine();
  let looks = 0;
  live.listen('ticket', 'one', () => {
    looks += 1;
  });
  await vi.waitUntil(() => live.isHeard(), patience);
  const before = looks;
  const { rows } = await lines.execute(database);
  await sql`SELECT pg_terminate_backend(${rows[0]?.pid})`.execute(database);
  await vi.waitUntil(() => troubles.length > 0 && live.isHeard(), patience);
  expect(looks).toBeGreaterThan(before);
});

test('where nothing can be heard at all, everybody who listens looks by themselves', async () => {
  const live = createLive({
    databaseUrl: 'postgres://nobody@127.0.0.1:9/nothing',
    onTrouble: () => undefined,
    pollEvery: 20,
  });
  onTestFinished(() => live.close());
  let looks = 0;
  live.listen('ticket', 'one', () => {
    looks += 1;
  });
  await vi.waitUntil(() => looks > 3, patience);
  expect(live.isHeard()).toBe(false);
});

test('the connection is held only while somebody listens', async () => {
  const { live, database } = await aLine();
  const count = async () => (await lines.execute(database)).rows.length;
  expect(await count()).toBe(0);
  const stop = live.listen('ticket', 'one', () => undefined);
  await vi.waitUntil(() => live.isHeard(), patience);
  expect(await count()).toBe(1);
  stop();
  await vi.waitFor(async () => expect(await count()).toBe(0), patience);
});
