import type { Queryable } from '../../platform/database/database.ts';
import { selectArticles } from './article.store.ts';
import { type Article, type ArticleId, type CategoryId, longest } from './article.ts';

/** What a list shows of a published article. */
export interface ListedArticle {
  id: ArticleId;
  slug: string;
  category: string;
  title: string;
  summary: string;
}

const listed = (db: Queryable) =>
  db
    .selectFrom('article')
    .innerJoin('article_category', 'article_category.id', 'article.category_id')
    .select([
      'article.id',
      'article.slug',
      'article_category.slug as category',
      'article.title',
      'article.summary',
    ])
    .where('article.state', '=', 'published')
    .$castTo<ListedArticle>();

export const listPublished = (db: Queryable, category: CategoryId): Promise<ListedArticle[]> =>
  listed(db)
    .where('article.category_id', '=', category)
    .orderBy('article.position')
    .orderBy('article.title')
    .execute();

/** The frequently asked ones. */
export const listQuestions = (db: Queryable, atMost: number): Promise<ListedArticle[]> =>
  listed(db)
    .where('article.is_question', '=', true)
    .orderBy('article_category.position')
    .orderBy('article.position')
    .orderBy('article.title')
    .limit(atMost)
    .execute();

export const listRelated = (db: Queryable, id: ArticleId): Promise<ListedArticle[]> =>
  listed(db)
    .innerJoin('related_article', 'related_article.related_id', 'article.id')
    .where('related_article.article_id', '=', id)
    .orderBy('related_article.position')
    .execute();

/** Those of these ends of addresses that are public, old ends included, in the order asked. */
export async function listBySlugs(db: Queryable, slugs: readonly string[]): Promise<ListedArticle[]> {
  if (slugs.length === 0) return [];
  const found = await listed(db)
    .innerJoin('article_address', 'article_address.article_id', 'article.id')
    .select('article_address.slug as asked')
    .where('article_address.slug', 'in', [...slugs])
    .$castTo<ListedArticle & { asked: string }>()
    .execute();
  const inOrder = slugs.flatMap((slug) => found.filter(({ asked }) => asked === slug));
  return inOrder.filter(({ id }, at) => inOrder.findIndex((other) => other.id === id) === at);
}

export interface AddressedArticle extends Article {
  category: string;
  categoryTitle: string;
}

/** Whatever its state, by any address it ever had. */
export const findByAddress = async (db: Queryable, slug: string): Promise<AddressedArticle | undefined> =>
  slug.length > longest.title
    ? undefined
    : selectArticles(db)
        .innerJoin('article_address', 'article_address.article_id', 'article.id')
        .innerJoin('article_category', 'article_category.id', 'article.category_id')
        .select(['article_category.slug as category', 'article_category.title as categoryTitle'])
        .where('article_address.slug', '=', slug)
        .$castTo<AddressedArticle>()
        .executeTakeFirst();
