import { type RawBuilder, sql } from 'kysely';
import { type Database, inTransaction, type Queryable } from '../../../platform/database/database.ts';
import type { ListedArticle } from '../../articles/published.store.ts';
import type { KnownWord } from './near-words.ts';

/** A word as the index sees it: no stem for words like "the"; `articles` hold it, or another form of it. */
export interface LookedUpWord {
  word: string;
  stem: string | null;
  articles: number;
}

export async function lookUpWords(db: Queryable, words: readonly string[]): Promise<LookedUpWord[]> {
  const { rows } = await sql<LookedUpWord>`
    SELECT asked.word, stemmed.stem,
           coalesce((SELECT max(known.articles) FROM article_word known WHERE known.stem = stemmed.stem), 0) AS articles
      FROM unnest(${[...words]}::text[]) AS asked (word)
      LEFT JOIN LATERAL (SELECT lexeme AS stem FROM unnest(to_tsvector('english', asked.word)) LIMIT 1) AS stemmed ON true`.execute(
    db,
  );
  return rows;
}

/** Whether some word begins so. */
export async function isBeginning(db: Queryable, beginning: string): Promise<boolean> {
  const row = await db
    .selectFrom('article_word')
    .select('word')
    .where('word', 'like', `${beginning}%`)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function countPublished(db: Queryable): Promise<number> {
  const { count } = await db
    .selectFrom('article')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('state', '=', 'published')
    .executeTakeFirstOrThrow();
  return count;
}

/** For each, words that share enough letters in a row with it; who asks picks the nearest. */
export async function wordsLike(
  db: Database,
  typed: readonly string[],
): Promise<ReadonlyMap<string, readonly KnownWord[]>> {
  if (typed.length === 0) return new Map();
  const rows = await inTransaction(db, async (tx) => {
    await sql`SET LOCAL pg_trgm.similarity_threshold = 0.15`.execute(tx);
    const found = await sql<KnownWord & { typed: string }>`
      SELECT asked.typed, near.word, near.articles
        FROM unnest(${[...typed]}::text[]) AS asked (typed)
       CROSS JOIN LATERAL (
         SELECT word, articles FROM article_word WHERE word % asked.typed
          ORDER BY similarity(word, asked.typed) DESC, articles DESC LIMIT 100) near`.execute(tx);
    return found.rows;
  });
  return Map.groupBy(rows, (row) => row.typed);
}

/** In the language of to_tsquery, and how much finding it counts. */
export interface WeighedTerm {
  typed: string;
  others: string;
  weight: number;
}

export interface RankedArticle extends ListedArticle {
  categoryTitle: string;
  score: number;
}

export interface Ranking {
  terms: readonly WeighedTerm[];
  /** In the language of tsquery itself, of words as the index keeps them. */
  candidates: readonly string[];
  limit: number;
}

/** What the index keeps of body, summary, keywords and title counts so much. */
const weights = '{0.15, 0.3, 0.6, 1}';
const otherWords = 0.5;
/** Of each kind of candidate; what is beyond is as good as what is within. */
const mostCandidates = 120;

export async function rankArticles(
  db: Queryable,
  { terms, candidates, limit }: Ranking,
): Promise<RankedArticle[]> {
  const { rows } = await sql<RankedArticle>`
    WITH best AS (
      SELECT id, ${scoreOf(terms)} AS score FROM article
       WHERE id = ANY(ARRAY(${sql.join(candidates.map(candidatesLike), sql` UNION `)}))
       ORDER BY score DESC, is_question DESC, position, id LIMIT ${limit})
    SELECT a.id, a.slug, c.slug AS category, c.title AS "categoryTitle", a.title, a.summary, best.score
      FROM best JOIN article a USING (id) JOIN article_category c ON c.id = a.category_id
     ORDER BY best.score DESC, a.is_question DESC, a.position, a.id`.execute(db);
  return rows;
}

const candidatesLike = (query: string): RawBuilder<unknown> =>
  sql`(SELECT id FROM article WHERE state = 'published' AND search @@ ${query}::tsquery LIMIT ${mostCandidates})`;

const scoreOf = (terms: readonly WeighedTerm[]): RawBuilder<unknown> =>
  sql.join(
    terms.map(({ typed, others, weight }) => {
      const ranks = [
        ...(typed ? [rankOf(typed)] : []),
        ...(others ? [sql`${otherWords}::real * ${rankOf(others)}`] : []),
      ];
      return sql`${weight}::real * greatest(${sql.join(ranks)})`;
    }),
    sql` + `,
  );

/** The query is read once, and not for every article. */
const rankOf = (text: string): RawBuilder<unknown> =>
  sql`ts_rank(${weights}::real[], search, (SELECT to_tsquery('english', ${text})), 1)`;

/** Markdown, in the order asked. */
export async function bodiesOf(db: Queryable, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('article')
    .select(['id', 'body'])
    .where('id', 'in', [...ids])
    .execute();
  const bodies = new Map(rows.map(({ id, body }) => [id, body]));
  return ids.map((id) => bodies.get(id) ?? '');
}

/** Marks around what was found; characters that no article holds, so that nothing written can be one. */
export const marks = { from: '\uE000', to: '\uE001' };

/** The piece of each text that holds most of the query. */
export async function excerptsOf(
  db: Queryable,
  texts: readonly string[],
  query: string,
  length: number,
): Promise<string[]> {
  const options = `StartSel=${marks.from}, StopSel=${marks.to}, MaxWords=${length}, MinWords=${Math.floor(length / 2)}, ShortWord=2, MaxFragments=0`;
  const { rows } = await sql<{ excerpt: string }>`
    SELECT ts_headline('english', given.text, to_tsquery('english', ${query}), ${options}) AS excerpt
      FROM unnest(${[...texts]}::text[]) WITH ORDINALITY AS given (text, place) ORDER BY given.place`.execute(
    db,
  );
  return rows.map(({ excerpt }) => excerpt);
}
