import { expect, onTestFinished, test } from 'vitest';
import { emptyDatabase } from '../../../tests/support/empty-database.ts';
import { systemClock, systemStopwatch } from '../../kernel/clock.ts';
import { hours, seconds } from '../../kernel/duration.ts';
import { inTransaction } from '../database/database.ts';
import { createLog } from '../logging/index.ts';
import type { DueWork } from './due-work.ts';
import { createJobs } from './jobs.ts';

const soon = { timeout: 8_000, interval: 20 };

/** Work that finds something to do as long as `waiting` says so, and remembers its looks. */
function countedWork(name: string, every = hours(1)) {
  const looks: Date[] = [];
  const state = { waiting: 0, fails: 0, busy: 0, mostBusy: 0, takes: 0 };
  const work: DueWork = {
    name,
    every,
    runDue: async (now) => {
      looks.push(now);
      state.busy += 1;
      state.mostBusy = Math.max(state.mostBusy, state.busy);
      try {
        if (state.takes > 0) await new Promise((resolve) => setTimeout(resolve, state.takes));
        if (state.fails > 0) {
          state.fails -= 1;
          throw new Error('no luck for amara@northgate.example');
        }
        const handled = Math.min(state.waiting, 1);
        state.waiting -= handled;
        return handled;
      } finally {
        state.busy -= 1;
      }
    },
  };
  return { work, looks, state };
}

async function node(databaseUrl: string) {
  const lines: string[] = [];
  const log = createLog({ level: 'warn', destination: { write: (line) => void lines.push(line) } });
  const jobs = createJobs({ databaseUrl, clock: systemClock, stopwatch: systemStopwatch, log });
  onTestFinished(() => jobs.stop(seconds(1)));
  return { jobs, lines };
}

test('a nudge is answered as soon as its change commits, and never when the change is undone', async () => {
  const { url, database } = await emptyDatabase();
  const { jobs } = await node(url);
  const { work, looks } = countedWork('sweep');
  await jobs.start([work]);
  await expect.poll(() => looks.length, soon).toBe(1);

  await inTransaction(database, async (tx) => {
    await jobs.nudge(tx, 'sweep');
    throw new Error('undone');
  }).catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(looks.length).toBe(1);

  const asked = Date.now();
  await inTransaction(database, (tx) => jobs.nudge(tx, 'sweep'));
  await expect.poll(() => looks.length, soon).toBe(2);
  expect(Date.now() - asked).toBeLessThan(1_500);
});

test('a burst of nudges makes few looks, and the last nudge is never lost', async () => {
  const { url, database } = await emptyDatabase();
  const { jobs } = await node(url);
  const { work, looks, state } = countedWork('sweep');
  await jobs.start([work]);
  await expect.poll(() => looks.length, soon).toBe(1);
  state.takes = 100;
  for (let round = 0; round < 10; round += 1)
    await Promise.all(
      Array.from({ length: 10 }, () =>
        inTransaction(database, async (tx) => {
          await jobs.nudge(tx, 'sweep');
        }),
      ),
    );
  const lastCommit = new Date();
  await expect
    .poll(() => looks.at(-1)?.getTime() ?? 0, soon)
    .toBeGreaterThanOrEqual(lastCommit.getTime() - 5);
  expect(looks.length).toBeLessThan(50);
  expect(state.mostBusy).toBeLessThanOrEqual(2);
});

test('work is looked at regularly without any nudge, and until nothing is left', async () => {
  const { url } = await emptyDatabase();
  const { jobs } = await node(url);
  const { work, looks, state } = countedWork('sweep', 100);
  state.waiting = 5;
  await jobs.start([work]);
  await expect.poll(() => state.waiting, soon).toBe(0);
  await expect.poll(() => looks.length, soon).toBeGreaterThan(9);
  expect(jobs.lastLooks().get('sweep')?.getTime()).toBeGreaterThan(Date.now() - 5_000);
});

test('failing work is logged without what it held, tried again, and takes nothing else with it', async () => {
  const { url, database } = await emptyDatabase();
  const { jobs, lines } = await node(url);
  const [bad, good] = [countedWork('bad'), countedWork('good')];
  await jobs.start([bad.work, good.work]);
  await expect.poll(() => bad.looks.length, soon).toBe(1);
  bad.state.fails = 1;
  await inTransaction(database, async (tx) => {
    await jobs.nudge(tx, 'bad');
    await jobs.nudge(tx, 'good');
  });
  await expect.poll(() => bad.looks.length, { ...soon, timeout: 20_000 }).toBeGreaterThanOrEqual(3);
  await expect.poll(() => good.looks.length, soon).toBeGreaterThanOrEqual(2);
  expect(lines.join('')).toContain('"work":"bad"');
  const kept = await database.executeQuery<{ output: string }>({
    sql: 'SELECT output::text AS output FROM pgboss.job WHERE output IS NOT NULL',
    parameters: [],
    query: { kind: 'RawNode' } as never,
    queryId: { queryId: 'test' },
  });
  expect(lines.join('') + JSON.stringify(kept.rows)).not.toContain('northgate');
});

test('several nodes start at once on an empty database, and each can nudge the others', async () => {
  const { url, database } = await emptyDatabase();
  const nodes = await Promise.all(Array.from({ length: 4 }, () => node(url)));
  const works = nodes.map(() => countedWork('sweep'));
  await Promise.all(nodes.map(({ jobs }, at) => jobs.start([works[at]?.work as DueWork])));
  await expect.poll(() => works.every(({ looks }) => looks.length === 1), soon).toBe(true);
  await inTransaction(database, (tx) => nodes[0]?.jobs.nudge(tx, 'sweep') as Promise<void>);
  await expect.poll(() => works.reduce((sum, { looks }) => sum + looks.length, 0), soon).toBe(5);
  expect(nodes.flatMap(({ lines }) => lines)).toEqual([]);
});

test('stopping lets a running look finish, begins no other, and does not wait for ever', async () => {
  const { url, database } = await emptyDatabase();
  const { jobs } = await node(url);
  const { work, looks, state } = countedWork('sweep');
  await jobs.start([work]);
  await expect.poll(() => looks.length, soon).toBe(1);
  Object.assign(state, { takes: 400, waiting: 50 });
  await inTransaction(database, (tx) => jobs.nudge(tx, 'sweep'));
  await expect.poll(() => state.busy, soon).toBe(1);
  await jobs.stop(seconds(5));
  expect(state.busy).toBe(0);
  const seen = looks.length;
  await inTransaction(database, (tx) => jobs.nudge(tx, 'sweep'));
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(looks.length).toBe(seen);

  const second = await node(url);
  const stuck = countedWork('stuck');
  stuck.state.takes = 30_000;
  await second.jobs.start([stuck.work]);
  const asked = Date.now();
  await second.jobs.stop(seconds(1));
  expect(Date.now() - asked).toBeLessThan(5_000);
});
