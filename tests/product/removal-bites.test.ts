import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { demoPeople, demoPractice } from '../../src/sandbox/demo-people.ts';
import { freePort, gatehouse } from '../running/gatehouse-process.ts';
import { temporaryFolder } from '../running/temporary-folder.ts';
import { emptyDatabase } from '../support/empty-database.ts';

type Who = (typeof demoPeople)[number]['key'];

const users = `/organisations/${demoPractice.code}/users`;
const leavers = `/organisations/${demoPractice.code}/leavers`;

test('[P12] who is removed, on leave or without a role is refused by three processes within a second', {
  timeout: 400_000,
}, async () => {
  const { url } = await emptyDatabase();
  const ports = await threeProcesses(url);
  const [first = 0, second = 0, third = 0] = ports;
  const [amara, idris, joan] = await Promise.all([
    logIn(first, 'main-contact'),
    logIn(second, 'deputy'),
    logIn(third, 'member'),
  ]);
  expect(await statuses(ports, joan, leavers)).toEqual([200, 200, 200]);
  expect(await statuses(ports, idris, users)).toEqual([200, 200, 200]);

  const joansPage = await pageOf(first, amara, 'Joan Pike');
  await post(first, amara, `${joansPage}/remove`, { because: 'left', note: '' });
  await withinASecond(async () => expect(await statuses(ports, joan, leavers)).toEqual([403, 403, 403]));
  expect(await statuses(ports, joan, '/account')).toEqual([200, 200, 200]);

  const idrisPage = await pageOf(second, amara, 'Idris Bell');
  const { html } = await get(second, amara, `${idrisPage}/roles`);
  const basis = /name="basis" value="([^"]*)"/.exec(html)?.[1] ?? '';
  await post(second, amara, `${idrisPage}/roles`, { roles: 'portal/member', basis });
  await withinASecond(async () => expect(await statuses(ports, idris, users)).toEqual([403, 403, 403]));
  expect(await statuses(ports, idris, leavers)).toEqual([200, 200, 200]);

  const back = { 'returnsOn-day': '1', 'returnsOn-month': '6', 'returnsOn-year': String(nextYear()) };
  await post(third, amara, `${idrisPage}/leave`, back);
  await withinASecond(async () => expect(await statuses(ports, idris, leavers)).toEqual([403, 403, 403]));
});

const nextYear = () => new Date().getFullYear() + 1;

/** One database and one root key, as the processes of one installation have; the first fills the sandbox. */
async function threeProcesses(url: string): Promise<number[]> {
  const folder = await temporaryFolder();
  const first = await startProcess(url, join(folder, 'one'));
  const others = ['two', 'three'].map((name) => startProcess(url, join(folder, name)));
  return [first, ...(await Promise.all(others))];
}

async function startProcess(url: string, data: string): Promise<number> {
  await mkdir(data, { mode: 0o700 });
  await writeFile(join(data, 'root-key'), Buffer.alloc(32, 7).toString('base64'), { mode: 0o600 });
  const port = await freePort();
  const options = ['start', '--profile', 'primary-care', '--port', String(port), '--data', data];
  await gatehouse({ options, environment: { DATABASE_URL: url } }).ready();
  return port;
}

async function withinASecond(look: () => Promise<void>): Promise<void> {
  const began = performance.now();
  await look();
  expect(performance.now() - began).toBeLessThan(1000);
}

/** On plain http each port has names of its own for the same cookies; behind one https address there is one name. */
const at = (port: number, cookie: string): string =>
  cookie.replaceAll(/gatehouse-\d+-/g, `gatehouse-${port}-`);

async function get(port: number, cookie: string, address: string) {
  const answer = await fetch(`http://localhost:${port}${address}`, {
    headers: { cookie: at(port, cookie) },
    redirect: 'manual',
  });
  return { status: answer.status, html: await answer.text(), answer };
}

const statuses = (ports: number[], cookie: string, address: string) =>
  Promise.all(ports.map(async (port) => (await get(port, cookie, address)).status));

async function post(port: number, cookie: string, address: string, fields: Record<string, string>) {
  const { html } = await get(port, cookie, address);
  const csrf = /name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const answer = await fetch(`http://localhost:${port}${address}`, {
    method: 'POST',
    body: new URLSearchParams({ csrf, ...fields }),
    headers: { cookie: at(port, cookie), origin: `http://localhost:${port}` },
    redirect: 'manual',
  });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, expect.stringContaining('?done=')]);
}

/** The page of one of the practice's people, from the list. */
async function pageOf(port: number, cookie: string, name: string): Promise<string> {
  const { html } = await get(port, cookie, `${users}?find=${encodeURIComponent(name)}`);
  return new RegExp(`href="(${users}/[0-9a-f-]{36})"`).exec(html)?.[1] ?? '';
}

/** The session’s cookie, which every process takes. */
async function logIn(port: number, key: Who): Promise<string> {
  const person = demoPeople.find((one) => one.key === key);
  const page = await fetch(`http://localhost:${port}/log-in`);
  const csrf = /name="csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  const headers = { cookie: cookiesOf(page), origin: `http://localhost:${port}` };
  const details = { csrf, identifier: person?.email ?? '', password: person?.password ?? '', next: '' };
  const body = new URLSearchParams(details);
  const answer = await fetch(page.url, { method: 'POST', body, headers, redirect: 'manual' });
  expect(answer.status).toBe(303);
  return `${headers.cookie}; ${cookiesOf(answer)}`;
}

const cookiesOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
