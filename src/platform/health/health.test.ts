import { expect, onTestFinished, test } from 'vitest';
import { emptyDatabase } from '../../../tests/support/empty-database.ts';
import { serveRoutes } from '../../../tests/support/serve-routes.ts';
import { after, minutes, seconds } from '../../kernel/duration.ts';
import { createDatabase, createPool } from '../database/database.ts';
import { healthChecks } from './checks.ts';
import { healthRoutes } from './health.routes.ts';

const start = new Date('2026-03-02T09:00:00Z');
const work = { name: 'sweep', every: minutes(1), runDue: async () => 0 };

/** The health of an application whose parts the test breaks one by one. */
async function application() {
  const { database } = await emptyDatabase();
  const state = { now: start, looks: new Map([['sweep', start]]), mail: true, mailChecks: 0 };
  const checks = healthChecks({
    clock: { now: () => state.now },
    database,
    works: [work],
    lastLooks: () => state.looks,
    verifyMail: async () => {
      state.mailChecks += 1;
      if (!state.mail) throw new Error('amara@practice.test');
      return true;
    },
  });
  const server = await serveRoutes(healthRoutes(checks, 200));
  return {
    state,
    database,
    ready: () => server.inject('/health/ready'),
    live: () => server.inject('/health/live'),
  };
}

test('a node whose parts all work is ready, and says so to anybody in JSON', async () => {
  const { ready, live } = await application();
  const answer = await ready();
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toEqual({ state: 'good', parts: { database: 'good', jobs: 'good', mail: 'good' } });
  expect(answer.headers['set-cookie']).toBeUndefined();
  expect((await live()).statusCode).toBe(200);
});

test('a node that cannot send mail is not ready, and the mail server is asked at most every 30 seconds', async () => {
  const { ready, state } = await application();
  state.mail = false;
  const answer = await ready();
  expect(answer.statusCode).toBe(503);
  expect(answer.json()).toEqual({ state: 'bad', parts: { database: 'good', jobs: 'good', mail: 'bad' } });
  state.mail = true;
  await Promise.all([ready(), ready()]);
  expect(state.mailChecks).toBe(1);
  state.now = after(start, seconds(30));
  expect((await ready()).statusCode).toBe(200);
  expect(state.mailChecks).toBe(2);
});

test('a node that stopped looking at its work is not ready', async () => {
  const { ready, state } = await application();
  state.now = after(start, minutes(7));
  expect((await ready()).statusCode).toBe(200);
  state.now = after(start, minutes(7) + 1);
  expect((await ready()).json()).toMatchObject({ parts: { jobs: 'bad' } });
  state.looks.set('sweep', state.now);
  expect((await ready()).statusCode).toBe(200);
  state.looks.clear();
  expect((await ready()).statusCode).toBe(503);
});

test('a database that refuses, or does not answer in time, makes the node not ready, but it lives', async () => {
  const refusing = await nodeOn('postgres://nobody@127.0.0.1:1/none');
  expect((await refusing.server.inject('/health/ready')).json()).toMatchObject({
    parts: { database: 'bad' },
  });
  expect((await refusing.server.inject('/health/live')).statusCode).toBe(200);

  const { url } = await emptyDatabase();
  const { pool, server } = await nodeOn(url);
  const onlyConnection = await pool.connect();
  const asked = Date.now();
  expect((await server.inject('/health/ready')).json()).toMatchObject({ parts: { database: 'bad' } });
  expect(Date.now() - asked).toBeLessThan(1_500);
  onlyConnection.release();
  expect((await server.inject('/health/ready')).statusCode).toBe(200);
});

async function nodeOn(url: string) {
  const pool = createPool({ url, poolSize: 1, onIdleError: () => undefined });
  const database = createDatabase(pool);
  onTestFinished(() => database.destroy());
  const checks = healthChecks({
    clock: { now: () => start },
    database,
    works: [],
    lastLooks: () => new Map(),
    verifyMail: async () => true,
  });
  return { pool, server: await serveRoutes(healthRoutes(checks, 200)) };
}
