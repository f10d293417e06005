import { sql } from 'kysely';
import type { Queryable, Tx } from '../../../platform/database/database.ts';
import type { ArticleId, CategoryId } from '../../articles/article.ts';
import type { ArticleFile } from './article-file.ts';

/** By the file it came with; or by its address, when it was written at a desk and brought out as a file since. */
export async function findIdOfFile(
  db: Queryable,
  { source, slug }: { source: string; slug: string },
): Promise<ArticleId | undefined> {
  const found = await db
    .selectFrom('article')
    .leftJoin('article_address', 'article_address.article_id', 'article.id')
    .select('article.id')
    .where((eb) =>
      eb.or([
        eb('article.source', '=', source),
        eb.and([eb('article.source', 'is', null), eb('article_address.slug', '=', slug)]),
      ]),
    )
    .orderBy('article.source')
    .limit(1)
    .executeTakeFirst();
  return found?.id as ArticleId | undefined;
}

/** Whether another article has this address, or had it. */
export const isTaken = async (db: Queryable, slug: string): Promise<boolean> =>
  (await db.selectFrom('article_address').select('slug').where('slug', '=', slug).executeTakeFirst()) !==
  undefined;

export const keepSource = (tx: Tx, id: ArticleId, source: string) =>
  tx.updateTable('article').set({ source }).where('id', '=', id).where('source', 'is', null).execute();

/** Nodes that start together on an empty database take turns. */
export const holdCategories = (tx: Tx) =>
  sql`LOCK TABLE article_category IN SHARE ROW EXCLUSIVE MODE`.execute(tx);

export const hasArticles = async (db: Queryable): Promise<boolean> =>
  (await db.selectFrom('article').select('id').limit(1).executeTakeFirst()) !== undefined;

export const idsOfSlugs = async (db: Queryable, slugs: readonly string[]): Promise<ArticleId[]> => {
  if (slugs.length === 0) return [];
  const found = await db
    .selectFrom('article_address')
    .select(['slug', 'article_id as id'])
    .where('slug', 'in', [...slugs])
    .execute();
  const ids = slugs.flatMap((slug) => found.filter((each) => each.slug === slug).map(({ id }) => id));
  return [...new Set(ids)] as ArticleId[];
};

export interface WrittenOut extends Omit<ArticleFile, 'related'> {
  id: ArticleId;
  slug: string;
  source: string | null;
  categoryId: CategoryId;
}

/** Everything the public reads. */
export const listWrittenOut = (db: Queryable): Promise<WrittenOut[]> =>
  db
    .selectFrom('article')
    .innerJoin('article_category', 'article_category.id', 'article.category_id')
    .select([
      'article.id',
      'article.slug',
      'article.source',
      'article.title',
      'article_category.slug as category',
      'article.category_id as categoryId',
      'article.summary',
      'article.keywords',
      'article.is_question as isQuestion',
      'article.position',
      'article.body',
    ])
    .where('article.state', '=', 'published')
    .orderBy('article.slug')
    .$castTo<WrittenOut>()
    .execute();

/** The names of the files of those related to it, in their order. */
export async function listRelatedFiles(db: Queryable, id: ArticleId): Promise<string[]> {
  const related = await db
    .selectFrom('related_article')
    .innerJoin('article', 'article.id', 'related_article.related_id')
    .select(['article.slug', 'article.source'])
    .where('related_article.article_id', '=', id)
    .where('article.state', '=', 'published')
    .orderBy('related_article.position')
    .execute();
  return related.map(({ slug, source }) => source?.split('/').at(-1) ?? slug);
}
