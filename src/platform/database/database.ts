import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import { preparingStatements } from './prepare-statements.ts';
import type { DB } from './tables.ts';

export type Database = Kysely<DB>;
/** What a store function needs: the database, or a transaction on it. */
export type Tx = Transaction<DB>;
export type Queryable = Kysely<DB>;

export interface DatabaseOptions {
  url: string;
  /** Connections at most; a request waits `connectionTimeout` for one. */
  poolSize: number;
  onIdleError: (error: Error) => void;
  onQuery?: (sql: string) => void;
}

const day = 1082;
const bigint = 20;
const types = new Map<number, (text: string) => unknown>([
  [day, (text) => text],
  [bigint, Number],
]);

/** Calendar days stay text (`2026-03-02`); counts are numbers. */
const typeParsers = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    types.get(oid) ?? pg.types.getTypeParser(oid, format as 'text'),
};

export function createPool(options: DatabaseOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.poolSize,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    query_timeout: 30_000,
    statement_timeout: 25_000,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 30_000,
    application_name: 'gatehouse',
    types: typeParsers as pg.CustomTypesConfig,
  });
  pool.on('connect', preparingStatements());
  pool.on('error', options.onIdleError);
  // One handed out and between two statements has no listener of the pool's; its next statement fails instead.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

export function createDatabase(pool: pg.Pool, onQuery?: (sql: string) => void): Database {
  const dialect = new PostgresDialect({ pool });
  return onQuery
    ? new Kysely<DB>({ dialect, log: (event) => onQuery(event.query.sql) })
    : new Kysely<DB>({ dialect });
}

/** Runs one change in one transaction. */
export const inTransaction = <Result>(
  database: Database,
  change: (tx: Tx) => Promise<Result>,
): Promise<Result> => database.transaction().execute(change);
