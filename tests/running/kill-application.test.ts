import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { runningServerIn } from '../../src/platform/postgres-server/running-server.ts';
import { demoPeople } from '../../src/sandbox/demo-people.ts';
import { applicationIn, freePort, type GatehouseProcess, gatehouse } from './gatehouse-process.ts';
import { temporaryFolder } from './temporary-folder.ts';

const rounds = ['application', 'server', 'both', 'application', 'server', 'both'] as const;

test('a person who was logged in before a kill still is', { timeout: 180_000 }, async () => {
  const data = join(await temporaryFolder(), 'data');
  const port = await freePort();
  const acknowledged: string[] = [];
  for (const victim of rounds) {
    const running = await start(port, data);
    const people = [logInUntilRefused(port, acknowledged), logInUntilRefused(port, acknowledged)];
    await sleep(200 + Math.random() * 300);
    await kill(victim, data);
    await Promise.all(people);
    if (victim === 'server') await stopOnceItAnswers(port, running);
    await running.exitCode;
  }
  expect(acknowledged.length).toBeGreaterThan(rounds.length);
  await start(port, data);
  for (const cookies of acknowledged) expect(await isLoggedIn(port, cookies)).toBe(true);
});

async function start(port: number, data: string) {
  // A portal where a password alone logs in, so that one answer says whether it did.
  const profile = ['--profile', 'primary-care'];
  const running = gatehouse({ options: ['start', ...profile, '--port', String(port), '--data', data] });
  await running.ready();
  return running;
}

/** The application outlives its database, and is whole again soon after. */
async function stopOnceItAnswers(port: number, running: GatehouseProcess): Promise<void> {
  const answer = async () => (await fetch(`http://localhost:${port}/sandbox/inbox.json`)).status;
  await expect.poll(answer, { timeout: 30_000 }).toBe(200);
  running.signal('SIGTERM');
  expect(await running.exitCode).toBe(0);
}

async function kill(victim: (typeof rounds)[number], data: string): Promise<void> {
  const server = await runningServerIn(join(data, 'postgres'));
  const application = await applicationIn(data);
  if (!server || !application) throw new Error('there is nothing to kill');
  if (victim !== 'server') process.kill(application, 'SIGKILL');
  if (victim !== 'application') process.kill(server.pid, 'SIGKILL');
}

/** Logs in over and over, and keeps the cookies of every time it was told that this worked. */
async function logInUntilRefused(port: number, acknowledged: string[]): Promise<void> {
  for (;;) {
    const cookies = await logIn(port).catch(() => undefined);
    if (!cookies) return;
    acknowledged.push(cookies);
  }
}

async function logIn(port: number): Promise<string | undefined> {
  const [person] = demoPeople.filter(({ realm }) => realm === 'portal');
  const page = await fetch(`http://localhost:${port}/log-in`);
  const csrf = /name="csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  const body = new URLSearchParams({
    csrf,
    identifier: person?.email ?? '',
    password: person?.password ?? '',
    next: '',
  });
  const headers = { cookie: cookiesOf(page), origin: `http://localhost:${port}` };
  const answer = await fetch(page.url, { method: 'POST', body, headers, redirect: 'manual' });
  return answer.status === 303 ? `${headers.cookie}; ${cookiesOf(answer)}` : undefined;
}

const cookiesOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

async function isLoggedIn(port: number, cookie: string): Promise<boolean> {
  const page = await fetch(`http://localhost:${port}/`, { headers: { cookie } });
  return (await page.text()).includes('Log out');
}
