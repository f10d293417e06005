import type { AccountId } from '../../../kernel/ids.ts';
import type { Queryable, Tx } from '../../../platform/database/database.ts';
import type { ArticleId, ArticleState } from '../../articles/article.ts';

export const saveReviewDay = (tx: Tx, id: ArticleId, day: string | null) =>
  tx.updateTable('article').set({ review_on: day }).where('id', '=', id).execute();

export const saveCare = (
  tx: Tx,
  id: ArticleId,
  { ownerId, reviewOn, position }: { ownerId: AccountId | null; reviewOn: string | null; position: number },
) =>
  tx
    .updateTable('article')
    .set({ owner_id: ownerId, review_on: reviewOn, position })
    .where('id', '=', id)
    .execute();

export interface RelatedArticle {
  id: ArticleId;
  slug: string;
  title: string;
  state: ArticleState;
}

/** Those related to it, whether the public reads them or not. */
export const listAllRelated = (db: Queryable, id: ArticleId): Promise<RelatedArticle[]> =>
  db
    .selectFrom('related_article')
    .innerJoin('article', 'article.id', 'related_article.related_id')
    .select(['article.id', 'article.slug', 'article.title', 'article.state'])
    .where('related_article.article_id', '=', id)
    .orderBy('related_article.position')
    .$castTo<RelatedArticle>()
    .execute();

/** By any address they ever had. */
export const findArticlesBySlugs = (
  db: Queryable,
  slugs: readonly string[],
): Promise<{ slug: string; id: ArticleId }[]> =>
  slugs.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('article_address')
        .select(['slug', 'article_id as id'])
        .where('slug', 'in', [...slugs])
        .$castTo<{ slug: string; id: ArticleId }>()
        .execute();
