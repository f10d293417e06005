/** Writes the table types and the schema listing from a migrated database; `--verify` only compares. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../src/platform/database/migrate.ts';
import { startPostgresServer } from '../src/platform/postgres-server/index.ts';
import { publish } from './publish.ts';

const typesFile = 'src/platform/database/tables.ts';
const listingFile = 'migrations/schema.sql';

export async function generateSchema(verify: boolean): Promise<boolean> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'gatehouse-schema-'));
  const server = await startPostgresServer({ dataFolder, forTests: true });
  try {
    await migrate(server.url);
    return (
      publish(typesFile, tableTypes(server.url, dataFolder), verify) &&
      publish(listingFile, await listing(server.url), verify)
    );
  } finally {
    await server.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

function tableTypes(url: string, folder: string): string {
  const file = join(folder, 'tables.ts');
  const mapping = JSON.stringify({ int8: 'number' });
  execFileSync(process.execPath, [
    'node_modules/kysely-codegen/dist/cli/bin.js',
    ...['--dialect', 'postgres', '--url', url, '--out-file', file, '--date-parser', 'string'],
    ...['--exclude-pattern', '*pgboss*', '--default-schema', 'public', '--type-mapping', mapping],
  ]);
  return readFileSync(file, 'utf8');
}

async function listing(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const parts = [];
    for (const sql of questions) parts.push(await client.query<{ line: string }>(sql));
    return `-- Generated from the catalogue by tools/generate-schema.ts; never edited.\n\n${parts
      .flatMap((part) => part.rows.map((row) => row.line))
      .join('\n\n')}\n`;
  } finally {
    await client.end();
  }
}

const questions = [
  `SELECT format(E'CREATE TYPE %s AS ENUM (%s);', t.typname, string_agg(quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder)) AS line
     FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid JOIN pg_namespace n ON n.oid = t.typnamespace
    WHERE n.nspname = 'public' GROUP BY t.typname ORDER BY t.typname`,
  `SELECT format(E'CREATE TABLE %s (\\n%s%s\\n);', c.relname,
      (SELECT string_agg(format('  %s %s%s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
          CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END,
          CASE WHEN a.attidentity <> '' THEN ' GENERATED AS IDENTITY' ELSE '' END,
          CASE WHEN d.adbin IS NULL THEN '' ELSE ' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid) END), E',\\n' ORDER BY a.attnum)
         FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped),
      (SELECT string_agg(format(E',\\n  CONSTRAINT %s %s', k.conname, pg_get_constraintdef(k.oid)), '' ORDER BY k.conname)
         FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype <> 'n')) AS line
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'public' AND c.relkind = 'r' AND c.relname <> 'schema_migration' ORDER BY c.relname`,
  `SELECT indexdef || ';' AS line FROM pg_indexes i
    WHERE schemaname = 'public' AND tablename <> 'schema_migration'
      AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conname = i.indexname) ORDER BY indexname`,
  `SELECT pg_get_functiondef(p.oid) AS line FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname = 'public' AND p.prokind = 'f'
      AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e') ORDER BY p.proname`,
  `SELECT pg_get_triggerdef(t.oid) || ';' AS line FROM pg_trigger t WHERE NOT t.tgisinternal ORDER BY t.tgname`,
];

if (import.meta.main) process.exit((await generateSchema(process.argv.includes('--verify'))) ? 0 : 1);
