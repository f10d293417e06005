import { sql } from 'kysely';
import type { AccountId } from '../../../kernel/ids.ts';
import type { Queryable, Tx } from '../../../platform/database/database.ts';
import type { ArticleId } from '../../articles/article.ts';
import { type FeedbackId, waitsForItsOwner } from '../../articles/article-feedback.store.ts';

export interface ArticleWork {
  id: ArticleId;
  title: string;
  slug: string;
  category: string;
  owner: string | null;
  /** How many said no and wait to be handled. */
  count: number;
  /** Most named first. */
  reasons: { key: string; count: number }[];
  /** Newest first, at most ten. */
  words: string[];
}

/** Articles that readers said “no” to, those with most answers first; of one owner where given. */
export async function listArticleWork(
  db: Queryable,
  owner: AccountId | undefined,
  atMost: number,
): Promise<ArticleWork[]> {
  const { rows } = await sql<ArticleWork>`
    SELECT a.id, a.title, a.slug, c.slug AS category, o.full_name AS owner, w.count,
           (SELECT coalesce(json_agg(json_build_object('key', r.key, 'count', r.count) ORDER BY r.count DESC, r.key), '[]')
              FROM (SELECT key, count(*)::int FROM article_feedback f, unnest(f.reasons) key
                     WHERE f.article_id = a.id AND ${waitsForItsOwner} GROUP BY key) r) AS reasons,
           (SELECT coalesce(json_agg(s.words ORDER BY s.id DESC), '[]')
              FROM (SELECT f.id, f.words FROM article_feedback f
                     WHERE f.article_id = a.id AND ${waitsForItsOwner} AND f.words IS NOT NULL
                     ORDER BY f.id DESC LIMIT 10) s) AS words
      FROM (SELECT f.article_id, count(*)::int FROM article_feedback f WHERE ${waitsForItsOwner} GROUP BY f.article_id) w
      JOIN article a ON a.id = w.article_id
      JOIN article_category c ON c.id = a.category_id
      LEFT JOIN account o ON o.id = a.owner_id
     WHERE ${owner ? sql`a.owner_id = ${owner}` : sql`true`}
     ORDER BY w.count DESC, a.title LIMIT ${atMost}
  `.execute(db);
  return rows;
}

/** Handles what stood on the page; answers that came since stay open. How many there were. */
export async function markHandled(
  tx: Tx,
  article: ArticleId,
  by: AccountId,
  shownAt: Date,
  now: Date,
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('article_feedback')
    .set({ handled_at: now, handled_by: by })
    .where('article_id', '=', article)
    .where('state', '=', 'counted')
    .where('is_helpful', '=', false)
    .where('handled_at', 'is', null)
    .where(sql<boolean>`coalesce(decided_at, created_at) <= ${shownAt}`)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

export interface HeldFeedback {
  id: FeedbackId;
  title: string;
  slug: string;
  category: string;
  reasons: string[];
  words: string | null;
  sentAt: Date;
}

export const listHeld = (db: Queryable, atMost: number): Promise<HeldFeedback[]> =>
  db
    .selectFrom('article_feedback as f')
    .innerJoin('article as a', 'a.id', 'f.article_id')
    .innerJoin('article_category as c', 'c.id', 'a.category_id')
    .select([
      'f.id',
      'a.title',
      'a.slug',
      'c.slug as category',
      'f.reasons',
      'f.words',
      'f.created_at as sentAt',
    ])
    .where('f.state', '=', 'held')
    .orderBy('f.created_at')
    .orderBy('f.id')
    .limit(atMost)
    .$castTo<HeldFeedback>()
    .execute();

/** Its article, when it still waited. One statement, so that of two who decide only one does. */
export async function decide(
  tx: Tx,
  id: FeedbackId,
  state: 'counted' | 'refused',
  by: AccountId,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('article_feedback')
    .set({ state, decided_by: by, decided_at: now })
    .where('id', '=', id)
    .where('state', '=', 'held')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

interface Answers {
  yes: number;
  no: number;
}

export interface WeekOfAnswers extends Answers {
  /** Its Monday, like `2026-03-02`. */
  week: string;
}

const counts = sql<Answers>`
  count(*) FILTER (WHERE f.is_helpful)::int AS yes, count(*) FILTER (WHERE NOT f.is_helpful)::int AS no`;

interface Weeks {
  since: Date;
  timeZone: string;
  article: ArticleId | undefined;
}

/** Weeks with answers, of all articles or of one. */
export async function listWeeks(
  db: Queryable,
  { since, timeZone, article }: Weeks,
): Promise<WeekOfAnswers[]> {
  const { rows } = await sql<WeekOfAnswers>`
    SELECT date_trunc('week', f.created_at AT TIME ZONE ${timeZone})::date AS week, ${counts}
      FROM article_feedback f
     WHERE f.state = 'counted' AND f.created_at >= ${since}
       AND ${article ? sql`f.article_id = ${article}` : sql`true`}
     GROUP BY 1 ORDER BY 1
  `.execute(db);
  return rows;
}

export interface RatedArticle extends Answers {
  id: ArticleId;
  title: string;
}

/** Those that most readers said no to first. */
export async function listRated(db: Queryable, since: Date, atMost: number): Promise<RatedArticle[]> {
  const { rows } = await sql<RatedArticle>`
    SELECT a.id, a.title, ${counts}
      FROM article_feedback f JOIN article a ON a.id = f.article_id
     WHERE f.state = 'counted' AND f.created_at >= ${since}
     GROUP BY a.id, a.title ORDER BY no DESC, yes DESC, a.title LIMIT ${atMost}
  `.execute(db);
  return rows;
}
