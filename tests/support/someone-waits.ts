import { sql } from 'kysely';
import type { Database } from '../../src/platform/database/database.ts';

/** Comes back once some statement waits for a lock that another transaction holds. */
export async function someoneWaits(database: Database): Promise<void> {
  for (let look = 0; look < 500; look += 1) {
    const { rows } = await sql<{ waiting: boolean }>`
      SELECT EXISTS (SELECT FROM pg_stat_activity
                      WHERE datname = current_database() AND wait_event_type = 'Lock') AS waiting`.execute(
      database,
    );
    if (rows[0]?.waiting) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('nobody came to wait');
}
