import { after, type Duration } from '../../kernel/duration.ts';
import type { Queryable } from '../database/database.ts';

export interface LimitOutcome {
  allowed: boolean;
  /** Uses in this window, this one included. */
  count: number;
  windowEndsAt: Date;
}

/**
 * Counts one use of `name` in fixed windows that start at multiples of `window`, in one statement, so that every
 * node gives the same answer. The time is a parameter.
 */
export async function countUse(
  db: Queryable,
  use: { name: string; window: Duration; atMost: number; now: Date },
): Promise<LimitOutcome> {
  const startsAt = new Date(Math.floor(use.now.getTime() / use.window) * use.window);
  const endsAt = after(startsAt, use.window);
  const { count } = await db
    .insertInto('limit_count')
    .values({ name: use.name, window_starts_at: startsAt, window_ends_at: endsAt, count: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['name', 'window_starts_at'])
        .doUpdateSet((eb) => ({ count: eb('limit_count.count', '+', 1) })),
    )
    .returning('count')
    .executeTakeFirstOrThrow();
  return { allowed: count <= use.atMost, count, windowEndsAt: endsAt };
}

/** Windows long past; a limit never looks back. */
export const removePastLimits = (db: Queryable, now: Date) =>
  db.deleteFrom('limit_count').where('window_ends_at', '<', now).executeTakeFirst();

/** How often `name` was used in the window that holds `now`, without using it. */
export async function usesInWindow(
  db: Queryable,
  name: string,
  window: Duration,
  now: Date,
): Promise<{ count: number; windowEndsAt: Date }> {
  const startsAt = new Date(Math.floor(now.getTime() / window) * window);
  const row = await db
    .selectFrom('limit_count')
    .select('count')
    .where('name', '=', name)
    .where('window_starts_at', '=', startsAt)
    .executeTakeFirst();
  return { count: row?.count ?? 0, windowEndsAt: after(startsAt, window) };
}
