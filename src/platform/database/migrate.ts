import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';

export const migrationsFolder = join(import.meta.dirname, '../../../migrations');

/** Any number will do, as long as every node takes the same one. */
const lock = 4_283_765_103;

export type MigrateOutcome =
  | { outcome: 'migrated'; applied: string[] }
  | { outcome: 'newer-database'; unknown: string[] }
  | { outcome: 'altered-migration'; name: string };

interface Migration {
  name: string;
  sql: string;
  hash: string;
}

/** Brings the schema up to date, forward only. Several nodes may call it at once: one works, the others wait. */
export async function migrate(databaseUrl: string): Promise<MigrateOutcome> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [lock]);
    return await applyMissing(client, await readMigrations());
  } finally {
    await client.end();
  }
}

async function applyMissing(client: pg.Client, migrations: Migration[]): Promise<MigrateOutcome> {
  const done = await readDone(client);
  const known = new Set(migrations.map((migration) => migration.name));
  const unknown = [...done.keys()].filter((name) => !known.has(name));
  if (unknown.length > 0) return { outcome: 'newer-database', unknown };
  const altered = migrations.find(({ name, hash }) => done.has(name) && done.get(name) !== hash);
  if (altered) return { outcome: 'altered-migration', name: altered.name };
  const missing = migrations.filter((migration) => !done.has(migration.name));
  for (const migration of missing) await apply(client, migration);
  return { outcome: 'migrated', applied: missing.map((migration) => migration.name) };
}

async function readDone(client: pg.Client): Promise<Map<string, string>> {
  await client.query(
    'CREATE TABLE IF NOT EXISTS schema_migration (name text PRIMARY KEY, hash text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())',
  );
  const { rows } = await client.query<{ name: string; hash: string }>(
    'SELECT name, hash FROM schema_migration',
  );
  return new Map(rows.map((row) => [row.name, row.hash]));
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(migration.sql);
    await client.query('INSERT INTO schema_migration (name, hash) VALUES ($1, $2)', [
      migration.name,
      migration.hash,
    ]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

async function readMigrations(): Promise<Migration[]> {
  const names = (await readdir(migrationsFolder)).filter((name) => /^\d{4}_.*\.sql$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(migrationsFolder, name), 'utf8');
      return { name, sql, hash: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}
