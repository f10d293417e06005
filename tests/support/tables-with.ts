import type { Portal } from './portal.ts';

/** Every table in which this text stands, as any column's words. */
export async function tablesWith({ database }: Portal, text: string): Promise<string[]> {
  const { rows: tables } = await database.pool.query<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace",
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await database.pool.query(`SELECT FROM "${name}" t WHERE t::text ILIKE $1 LIMIT 1`, [
      `%${text}%`,
    ]);
    if (rows.length > 0) found.push(name);
  }
  return found.sort();
}
