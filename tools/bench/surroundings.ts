import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createPasswordHasher } from '../../src/identity/passwords/password-hashing.ts';
import { seconds } from '../../src/kernel/duration.ts';
import { migrate } from '../../src/platform/database/migrate.ts';
import { startPostgresServer } from '../../src/platform/postgres-server/index.ts';
import { benchPassword } from './bench-people.ts';
import { startPostOffice } from './post-office.ts';
import type { Scale } from './scale.ts';
import { seedPeople } from './seed-people.ts';
import { type ServedPortal, servePortal } from './serve-portal.ts';

/** What parts share; each thing is made when a part first asks for it. */
export interface Surroundings {
  readonly scale: Scale;
  readonly folder: string;
  /** The address of a migrated database without anybody in it. */
  emptyDatabase(): Promise<string>;
  /** The address of a database with so many accounts. */
  databaseWith(accounts: number): Promise<string>;
  /** The product in production on the database with so many accounts, in a process of its own. */
  portalWith(accounts: number): Promise<ServedPortal>;
  /** Another process on the same database, for its caller to stop. */
  startPortal(accounts: number): Promise<ServedPortal>;
  /** The password of everybody, as it is kept. */
  readonly passwordHash: string;
  readonly smtpUrl: string;
  say(line: string): void;
}

export async function withSurroundings<Result>(
  scale: Scale,
  say: (line: string) => void,
  work: (surroundings: Surroundings) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-bench-'));
  const server = await startPostgresServer({ dataFolder: folder });
  const postOffice = await startPostOffice();
  const portals = new Map<number, Promise<ServedPortal>>();
  const databases = new Map<number, Promise<string>>();
  const passwordHash = await hashOnce();
  const databaseWith = (accounts: number) =>
    once(databases, accounts, async () => {
      say(`… making ${accounts.toLocaleString('en-GB')} accounts`);
      const url = await createDatabase(server.url);
      await onDatabase(url, (client) => seedPeople(client, accounts, passwordHash));
      return url;
    });
  const smtpUrl = postOffice.url;
  const startPortal = async (accounts: number) =>
    servePortal({ databaseUrl: await databaseWith(accounts), smtpUrl, folder });
  const portalWith = (accounts: number) => once(portals, accounts, () => startPortal(accounts));
  const emptyDatabase = () => createDatabase(server.url);
  // The database server outlives this process unless it is stopped.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void server.stop().finally(() => process.exit(1)));
  const given = { scale, folder, passwordHash, smtpUrl, say };
  try {
    return await work({ ...given, emptyDatabase, databaseWith, portalWith, startPortal });
  } finally {
    for (const portal of portals.values()) await (await portal).stop();
    await postOffice.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function once<Key, Value>(made: Map<Key, Promise<Value>>, key: Key, make: () => Promise<Value>) {
  const known = made.get(key) ?? make();
  made.set(key, known);
  return known;
}

const hashOnce = (): Promise<string> =>
  createPasswordHasher(() => performance.now(), { atOnce: 1, longestWait: seconds(1) }).hash(benchPassword);

async function createDatabase(serverUrl: string): Promise<string> {
  const url = new URL(serverUrl);
  url.pathname = `/bench_${Math.random().toString(36).slice(2)}`;
  await onDatabase(serverUrl, (client) => client.query(`CREATE DATABASE ${url.pathname.slice(1)}`));
  await migrate(url.href);
  return url.href;
}

export async function onDatabase<Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
