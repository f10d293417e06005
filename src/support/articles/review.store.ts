import type { Queryable } from '../../platform/database/database.ts';

/** How many articles somebody should have read through again by that day (`2026-03-02`). */
export const countToReview = async (db: Queryable, today: string): Promise<number> =>
  (
    await db
      .selectFrom('article')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('state', '=', 'published')
      .where('review_on', '<=', today)
      .executeTakeFirstOrThrow()
  ).count;
