import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { systemClock, systemStopwatch } from '../../kernel/clock.ts';
import { seconds } from '../../kernel/duration.ts';
import { createDatabase, createPool, inTransaction } from '../database/database.ts';
import { createLog } from '../logging/index.ts';
import { startPostgresServer } from '../postgres-server/index.ts';
import { createJobs } from './jobs.ts';

const soon = { timeout: 20_000, interval: 50 };

test('looks go on after the database was away, and stopping does not wait for one that stays away', async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'gatehouse-outage-'));
  const server = await startPostgresServer({ dataFolder, forTests: true });
  onTestFinished(() => rm(dataFolder, { recursive: true, force: true }));
  const pool = createPool({ url: server.url, poolSize: 2, onIdleError: () => undefined });
  const database = createDatabase(pool);
  const jobs = createJobs({
    databaseUrl: server.url,
    clock: systemClock,
    stopwatch: systemStopwatch,
    log: createLog({ level: 'silent' }),
  });
  let looks = 0;
  await jobs.start([
    {
      name: 'sweep',
      every: seconds(60),
      runDue: async () => {
        await pool.query('SELECT 1');
        looks += 1;
        return 0;
      },
    },
  ]);
  const nudge = () => inTransaction(database, (tx) => jobs.nudge(tx, 'sweep'));
  await nudge();
  await expect.poll(() => looks, soon).toBeGreaterThanOrEqual(2);

  await killEverySession(server.url);
  const before = looks;
  await expect
    .poll(
      () =>
        nudge().then(
          () => true,
          () => false,
        ),
      soon,
    )
    .toBe(true);
  await expect.poll(() => looks, soon).toBeGreaterThan(before);

  await server.stop();
  const asked = Date.now();
  await jobs.stop(seconds(2));
  expect(Date.now() - asked).toBeLessThan(10_000);
  await database.destroy();
});

/** As a restart of the server does to everybody connected, the listener included. */
async function killEverySession(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()',
  );
  await client.end();
}
