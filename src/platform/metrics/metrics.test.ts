import { expect, test } from 'vitest';
import { serveRoutes } from '../../../tests/support/serve-routes.ts';
import { after, seconds } from '../../kernel/duration.ts';
import { applicationMetrics } from './application-metrics.ts';
import { metricsRoutes } from './metrics.routes.ts';
import { createMetrics } from './metrics.ts';

const start = new Date('2026-03-02T09:00:00Z');

test('requests are counted by method, address pattern and class of status', async () => {
  const metrics = createMetrics();
  metrics.answered({ method: 'GET', route: '/tickets/:reference', status: 200, durationMs: 12 });
  metrics.answered({ method: 'GET', route: '/tickets/:reference', status: 204, durationMs: 7_000 });
  metrics.answered({ method: 'POST', route: '/log-in', status: 422, durationMs: 80 });
  metrics.surprised();
  metrics.attempted('email', 'sent');
  metrics.attempted('sms', 'unknown');
  metrics.hashQueue.set(3);
  const { text } = await metrics.read();
  const labels = 'method="GET",route="/tickets/:reference",status="2xx"';
  expect(text).toContain(`gatehouse_request_duration_seconds_count{${labels}} 2`);
  expect(text).toContain(`gatehouse_request_duration_seconds_bucket{le="0.025",${labels}} 1`);
  expect(text).toContain(
    'gatehouse_request_duration_seconds_count{method="POST",route="/log-in",status="4xx"} 1',
  );
  expect(text).toMatch(/^gatehouse_surprises_total 1$/m);
  expect(text).toMatch(/^gatehouse_message_attempts_total\{outcome="sent"\} 1$/m);
  expect(text).toMatch(/^gatehouse_text_attempts_total\{outcome="unknown"\} 1$/m);
  expect(text).not.toMatch(/^gatehouse_text_attempts_total\{outcome="sent"\}/m);
  expect(text).toMatch(/^gatehouse_hash_queue 3$/m);
  expect(text).toMatch(/^process_resident_memory_bytes /m);
  expect((await createMetrics().read()).text).not.toContain('/tickets');
});

test('connections, looks and waiting messages are measured when asked, and one that fails spares the others', async () => {
  const metrics = createMetrics();
  let outboxIsThere = true;
  const measured = applicationMetrics({
    clock: { now: () => after(start, seconds(90)) },
    pool: { totalCount: 7, idleCount: 5, waitingCount: 1 },
    lastLooks: () => new Map([['deliver-messages', start]]),
    outbox: async () => {
      if (!outboxIsThere) throw new Error('no database');
      return { waiting: new Map([['deferred', 4]]), oldestDueSeconds: 12.5 };
    },
  });
  for (const one of measured) metrics.watch(one);
  const { text } = await metrics.read();
  expect(text).toMatch(/^gatehouse_database_connections\{state="busy"\} 2$/m);
  expect(text).toMatch(/^gatehouse_database_connections\{state="awaited"\} 1$/m);
  expect(text).toMatch(/^gatehouse_work_last_look_seconds\{work="deliver-messages"\} 90$/m);
  expect(text).toMatch(/^gatehouse_outbox_waiting\{status="deferred"\} 4$/m);
  expect(text).toMatch(/^gatehouse_outbox_oldest_due_seconds 12.5$/m);
  outboxIsThere = false;
  const without = (await metrics.read()).text;
  expect(without).not.toMatch(/^gatehouse_outbox_(waiting|oldest_due_seconds)[ {]/m);
  expect(without).toMatch(/^gatehouse_database_connections\{state="idle"\} 5$/m);
});

test('with a token, only who shows it reads the metrics', async () => {
  const server = await serveRoutes(metricsRoutes(createMetrics(), 'a-token-of-twenty-signs'));
  const read = (authorization?: string) =>
    server.inject({ url: '/metrics', headers: authorization ? { authorization } : {} });
  expect((await read()).statusCode).toBe(403);
  expect((await read('Bearer a-token-of-twenty-sign')).statusCode).toBe(403);
  const answer = await read('Bearer a-token-of-twenty-signs');
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-type']).toContain('text/plain');
});

test('without a token, only this machine reads them, and nobody through a proxy', async () => {
  const server = await serveRoutes(metricsRoutes(createMetrics(), undefined));
  const read = (remoteAddress: string, headers = {}) =>
    server.inject({ url: '/metrics', remoteAddress, headers });
  for (const here of ['127.0.0.1', '::1', '::ffff:127.0.0.1'])
    expect((await read(here)).statusCode).toBe(200);
  for (const elsewhere of ['203.0.113.7', '10.0.0.1', '2001:db8::1'])
    expect((await read(elsewhere)).statusCode).toBe(403);
  for (const name of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'])
    expect((await read('127.0.0.1', { [name]: '203.0.113.7' })).statusCode).toBe(403);
});
