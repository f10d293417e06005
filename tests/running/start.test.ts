import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { findRunningServer } from '../../src/platform/postgres-server/index.ts';
import { runningServerIn } from '../../src/platform/postgres-server/running-server.ts';
import { applicationIn, freePort, type GatehouseProcess, gatehouse } from './gatehouse-process.ts';
import { temporaryFolder } from './temporary-folder.ts';

const slow = { timeout: 120_000 };

test('start says what it does, then where to go and how to stop', slow, async () => {
  const { process, port } = await started();
  const said = process.output();
  expect(said.indexOf('Starting PostgreSQL')).toBeLessThan(said.indexOf('Home page'));
  expect(said).toContain(`http://localhost:${port}/\n`);
  expect(said).toContain(`http://localhost:${port}/sandbox `);
  expect(said).toContain('Ctrl-C');
  expect((await fetch(`http://localhost:${port}/`)).status).toBe(200);
});

test('a copy that started is ready, its database, jobs and mail among what was looked at', slow, async () => {
  const { port } = await started();
  const answer = await fetch(`http://localhost:${port}/health/ready`);
  expect(await answer.json()).toEqual({
    state: 'good',
    parts: { database: 'good', jobs: 'good', mail: 'good' },
  });
  const metrics = await (await fetch(`http://localhost:${port}/metrics`)).text();
  expect(metrics).toContain('gatehouse_work_last_look_seconds{work="deliver-messages"}');
});

test('SIGTERM to the application finishes the request in flight and stops PostgreSQL', slow, async () => {
  const { process: running, port, data } = await started();
  const request = halfARequest(port);
  await request.sent;
  process.kill(await applicationOf(data), 'SIGTERM');
  await expect.poll(() => running.output()).toContain('Stopping');
  expect(await request.finish()).toMatch(/^HTTP\/1\.1 [34]/);
  expect(await running.exitCode).toBe(0);
  await expectAllStopped(data);
});

test('Ctrl-C in the terminal of npm start ends everything with exit code 0', slow, async () => {
  const { process: running, data } = await started('npm');
  running.signalAll('SIGINT');
  expect(await running.exitCode).toBe(0);
  await expectAllStopped(data);
});

test.each(['npm', 'launcher'] as const)(
  'losing the %s stops the application and PostgreSQL',
  slow,
  async (lost) => {
    const { process: running, data } = await started(lost);
    running.signal('SIGKILL');
    await running.exitCode;
    await expectAllStopped(data);
  },
);

test('two copies run at once with different ports and folders', slow, async () => {
  const copies = await Promise.all([started(), started()]);
  for (const { port } of copies) expect((await fetch(`http://localhost:${port}/`)).status).toBe(200);
});

test('PostgreSQL killed under the application is started again', slow, async () => {
  const { port, data } = await started();
  process.kill(await serverOf(data), 'SIGKILL');
  await sleep(200);
  const answer = async () => (await fetch(`http://localhost:${port}/sandbox/inbox.json`)).status;
  await expect.poll(answer, { timeout: 20_000 }).toBe(200);
});

test('after both were killed, the next start recovers', slow, async () => {
  const first = await started();
  for (const pid of [await applicationOf(first.data), await serverOf(first.data)])
    process.kill(pid, 'SIGKILL');
  await first.process.exitCode;
  const again = await started('launcher', first.data);
  expect((await fetch(`http://localhost:${again.port}/`)).status).toBe(200);
});

async function started(through: 'npm' | 'launcher' = 'launcher', folder?: string) {
  const [port, data] = [await freePort(), folder ?? join(await temporaryFolder(), 'data')];
  const options = ['--port', String(port), '--data', data];
  const running: GatehouseProcess =
    through === 'npm'
      ? gatehouse({ program: 'npm', options: ['start', '--', ...options] })
      : gatehouse({ options: ['start', ...options] });
  await running.ready();
  return { process: running, port, data };
}

async function applicationOf(data: string): Promise<number> {
  const pid = await applicationIn(data);
  if (pid === undefined) throw new Error(`no application runs on ${data}`);
  return pid;
}

async function serverOf(data: string): Promise<number> {
  const server = await runningServerIn(join(data, 'postgres'));
  if (!server) throw new Error(`no PostgreSQL runs on ${data}`);
  return server.pid;
}

async function expectAllStopped(data: string): Promise<void> {
  await expect.poll(() => applicationIn(data), { timeout: 20_000 }).toBeUndefined();
  expect(await findRunningServer(data)).toBeUndefined();
}

/** A posted form whose second half the browser has not sent yet, on a connection that it keeps afterwards. */
function halfARequest(port: number) {
  const socket = connect(port, '127.0.0.1');
  const head = ['POST /log-in HTTP/1.1', `Host: localhost:${port}`];
  const form = ['Content-Type: application/x-www-form-urlencoded', 'Content-Length: 10', '', 'name='];
  onTestFinished(() => void socket.destroy());
  let answer = '';
  socket.on('data', (text) => (answer += text));
  const sent = once(socket, 'connect').then(async () => {
    socket.write([...head, ...form].join('\r\n'));
    await sleep(100);
  });
  const finish = async (): Promise<string> => {
    socket.write('value');
    await expect.poll(() => answer).not.toBe('');
    return answer;
  };
  return { sent, finish };
}
