import { sql } from 'kysely';
import type { Database } from '../../src/platform/database/database.ts';

/**
 * How many rows each table holds, and a digest of what they say: any change at all shows. Seals are no change: they
 * follow by themselves, sooner or later after what they seal. Nor is it one that somebody looked: that staff did is on
 * record (sealed under a key of theirs, which the first such entry makes), that somebody is reading a ticket now is shown
 * to the others, and articles read are counted.
 */
export async function countRows(database: Database): Promise<Record<string, string>> {
  const { rows } = await sql<{ name: string }>`
    SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name NOT IN ('audit_seal', 'ticket_presence', 'help_count', 'person_key')
    ORDER BY table_name`.execute(database);
  const counted: Record<string, string> = {};
  for (const { name } of rows) counted[name] = await digestOf(database, name);
  return counted;
}

async function digestOf(database: Database, table: string): Promise<string> {
  const { rows } = await sql<{ digest: string }>`
    SELECT count(*) || ':' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS digest
    FROM ${sql.table(table)} AS t WHERE ${table === 'audit_event' ? sql`action !~ '-(viewed|listed)$'` : sql`true`}`.execute(
    database,
  );
  return rows[0]?.digest ?? '';
}
