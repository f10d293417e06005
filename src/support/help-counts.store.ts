import { sql } from 'kysely';
import type { Queryable } from '../platform/database/database.ts';

export const helpCounts = [
  'article-read',
  'searched',
  'nothing-found',
  'offered-while-asking',
  'answered-while-asking',
] as const;
export type HelpCount = (typeof helpCounts)[number];

/** One more on that day (`2026-03-02`), or as many as given. */
export const addHelpCount = (db: Queryable, what: HelpCount, day: string, count = 1) =>
  db
    .insertInto('help_count')
    .values({ day, what, count })
    .onConflict((conflict) =>
      conflict.columns(['day', 'what']).doUpdateSet((eb) => ({ count: eb('help_count.count', '+', count) })),
    )
    .execute();

/** What was counted from one day to another, both included. */
export async function readHelpCounts(
  db: Queryable,
  from: string,
  to: string,
): Promise<Record<HelpCount, number>> {
  const rows = await db
    .selectFrom('help_count')
    .select(['what', sql<number>`sum(count)::float8`.as('count')])
    .where('day', '>=', from)
    .where('day', '<=', to)
    .groupBy('what')
    .execute();
  const counted = new Map(rows.map(({ what, count }) => [what, count]));
  return Object.fromEntries(helpCounts.map((what) => [what, counted.get(what) ?? 0])) as Record<
    HelpCount,
    number
  >;
}
