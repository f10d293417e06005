import { sql } from 'kysely';
import type { Id } from '../../kernel/ids.ts';
import type { Queryable } from '../../platform/database/database.ts';

export type FeedbackId = Id<'article-feedback'>;

/** An answer “no”, of `article_feedback f`, that nobody has handled yet. */
export const waitsForItsOwner = sql<boolean>`f.state = 'counted' AND NOT f.is_helpful AND f.handled_at IS NULL`;

/** How many articles have such answers. */
export async function countArticlesToMend(db: Queryable): Promise<number> {
  const { count } = await db
    .selectFrom('article_feedback as f')
    .select((eb) => eb.fn.count<number>('f.article_id').distinct().as('count'))
    .where(waitsForItsOwner)
    .executeTakeFirstOrThrow();
  return count;
}

/** How many answers wait to be let through. */
export async function countHeldFeedback(db: Queryable): Promise<number> {
  const { count } = await db
    .selectFrom('article_feedback')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('state', '=', 'held')
    .executeTakeFirstOrThrow();
  return count;
}
