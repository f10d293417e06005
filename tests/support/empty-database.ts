import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject, onTestFinished } from 'vitest';
import { createDatabase, createPool, type Database } from '../../src/platform/database/database.ts';

export interface TestDatabase {
  url: string;
  database: Database;
  pool: pg.Pool;
}

/** What has to be done when whatever needed it is over. */
export type AtEnd = (end: () => Promise<void> | void) => void;

/** A migrated database of the test's own, gone when the test ends. */
export async function emptyDatabase(atEnd: AtEnd = onTestFinished): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(`CREATE DATABASE ${name} TEMPLATE gatehouse_template STRATEGY file_copy`);
  const url = new URL(inject('postgresServer'));
  url.pathname = `/${name}`;
  const pool = createPool({ url: url.href, poolSize: 10, onIdleError: () => undefined });
  const database = createDatabase(pool);
  atEnd(async () => {
    await database.destroy();
    dropLater(name);
  });
  return { url: url.href, database, pool };
}

const openAdministration = (): pg.Pool => {
  const connectionString = inject('postgresServer');
  const pool = new pg.Pool({ connectionString, max: 1, idleTimeoutMillis: 0, allowExitOnIdle: true });
  return pool.on('error', () => undefined);
};

let creating: pg.Pool | undefined;
let dropping: pg.Pool | undefined;

/** By one connection for all tests of this process: a new one would cost as much as half a database. */
async function onServer(sql: string): Promise<void> {
  creating ??= openAdministration();
  await creating.query(sql);
}

/** PostgreSQL waits a tenth of a second for the connections that just closed; what is not dropped goes with the server. */
function dropLater(name: string): void {
  dropping ??= openAdministration();
  dropping.query(`DROP DATABASE ${name} WITH (FORCE)`).catch(() => undefined);
}

declare module 'vitest' {
  interface ProvidedContext {
    postgresServer: string;
  }
}
