import { chmod, mkdir, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../../../tests/running/temporary-folder.ts';
import { findRunningServer, type PostgresServerOptions, startPostgresServer } from './index.ts';
import { runningServerIn } from './running-server.ts';
import { isRoot } from './server-user.ts';

test.each(['18', '15'] as const)('PostgreSQL %s speaks UTF-8 and sorts by code point', async (binaries) => {
  const { url } = await server({ binaries });
  const [row] = await ask(
    url,
    `SELECT current_setting('server_version') AS version, current_setting('server_encoding') AS encoding,
      upper('é') AS upper, 'Z' < 'a' AS sorted, current_setting('TimeZone') AS zone`,
  );
  expect(row).toMatchObject({ encoding: 'UTF8', upper: 'É', sorted: true, zone: 'UTC' });
  expect(row?.version).toMatch(new RegExp(`^${binaries}\\.`));
});

test('only this machine can connect, and only with the password', async () => {
  const { url, dataFolder } = await server();
  const [row] = await ask(url, `SELECT current_setting('listen_addresses') AS addresses`);
  expect(row?.addresses).toBe('127.0.0.1');
  const wrong = new URL(url);
  wrong.password = 'wrong';
  await expect(ask(wrong.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
  expect((await stat(join(dataFolder, 'postgres-password'))).mode & 0o777).toBe(0o600);
});

test('questions go through a socket that only its user can reach, with the password too', async () => {
  const { url, dataFolder } = await server();
  const folder = join(dataFolder, 'postgres');
  expect(new URL(url).searchParams.get('host')).toBe(await realpath(folder));
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  const [row] = await ask(url, 'SELECT inet_client_addr() AS address');
  expect(row?.address).toBeNull();
  const wrong = new URL(url);
  wrong.password = 'wrong';
  await expect(ask(wrong.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
});

test('a folder whose path is too long for a socket, is asked through the port', async () => {
  const dataFolder = join(await temporaryFolder(), "it's a folder", 'x'.repeat(120));
  await mkdir(dataFolder, { recursive: true });
  const { url } = await server({ dataFolder });
  expect(new URL(url).searchParams.get('host')).toBeNull();
  const [row] = await ask(url, 'SELECT host(inet_client_addr()) AS address');
  expect(row?.address).toBe('127.0.0.1');
});

test('what was written is there at the next start', async () => {
  const dataFolder = await temporaryFolder();
  const first = await startPostgresServer({ dataFolder });
  await ask(first.url, 'CREATE TABLE kept AS SELECT 7 AS number');
  await first.stop();
  expect(await findRunningServer(dataFolder)).toBeUndefined();
  const second = await server({ dataFolder });
  expect(await ask(second.url, 'SELECT number FROM kept')).toEqual([{ number: 7 }]);
});

test('a server that an earlier run left behind is stopped, and its data kept', async () => {
  const dataFolder = await temporaryFolder();
  const orphan = await startPostgresServer({ dataFolder });
  await ask(orphan.url, 'CREATE TABLE kept AS SELECT 7 AS number');
  const lines: string[] = [];
  const next = await server({ dataFolder, say: (line) => lines.push(line) });
  expect(lines.join()).toContain('left behind');
  expect(await ask(next.url, 'SELECT number FROM kept')).toEqual([{ number: 7 }]);
  await expect(ask(orphan.url, 'SELECT 1')).rejects.toMatchObject({ code: 'ENOENT' });
});

test('a killed server is started again at the same address', async () => {
  const { url, dataFolder, ...running } = await server();
  const { pid = 0 } = (await runningServerIn(join(dataFolder, 'postgres'))) ?? {};
  process.kill(pid, 'SIGKILL');
  await expect.poll(() => running.isRunning()).toBe(false);
  await running.revive();
  expect(await ask(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('a killed server leaves no socket behind for ever', async () => {
  const dataFolder = await temporaryFolder();
  const folder = join(dataFolder, 'postgres');
  await startPostgresServer({ dataFolder });
  process.kill((await runningServerIn(await realpath(folder)))?.pid ?? 0, 'SIGKILL');
  const { url } = await server({ dataFolder });
  const sockets = (await readdir(folder)).filter((name) => name.startsWith('.s.'));
  expect(sockets.sort()).toEqual([`.s.PGSQL.${new URL(url).port}`, `.s.PGSQL.${new URL(url).port}.lock`]);
});

test('two servers run at once, each on its own port', async () => {
  const [first, second] = await Promise.all([server(), server()]);
  expect(new URL(first.url).port).not.toBe(new URL(second.url).port);
});

test('a folder made by another PostgreSQL is refused in one sentence', async () => {
  const dataFolder = await temporaryFolder();
  await (await startPostgresServer({ dataFolder, binaries: '15' })).stop();
  await expect(startPostgresServer({ dataFolder })).rejects.toThrow(/made by PostgreSQL 15.*--data/);
});

test('a creation that was cut short is begun again', async () => {
  const dataFolder = await temporaryFolder();
  await mkdir(join(dataFolder, 'postgres', 'data.new', 'half'), { recursive: true });
  const { url } = await server({ dataFolder });
  expect(await ask(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test.runIf(isRoot())(
  'as root, a folder that nobody else can reach sends the database elsewhere',
  async () => {
    const parent = await temporaryFolder();
    const dataFolder = join(parent, 'data');
    await mkdir(dataFolder);
    await chmod(parent, 0o700);
    const lines: string[] = [];
    const { url } = await server({ dataFolder, say: (line) => lines.push(line) });
    const place = await readFile(join(dataFolder, 'postgres-is-elsewhere'), 'utf8');
    expect(place).toMatch(/^\/var\/lib\/gatehouse\/[0-9a-f]{16}$/);
    expect(lines.join()).toContain(place);
    expect(await ask(url, `SELECT current_setting('data_directory') AS place`)).toEqual([
      { place: `${place}/data` },
    ]);
  },
);

async function server(options: Partial<PostgresServerOptions> = {}) {
  const dataFolder = options.dataFolder ?? (await temporaryFolder());
  const running = await startPostgresServer({ forTests: true, ...options, dataFolder });
  onTestFinished(() => running.stop());
  return { ...running, dataFolder };
}

async function ask(url: string, question: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(question)).rows;
  } finally {
    await client.end();
  }
}
