import type { AccountId } from '../../kernel/ids.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import type { Article, ArticleId, ArticleText, ArticleVersion } from './article.ts';

export const selectArticles = (db: Queryable) =>
  db
    .selectFrom('article')
    .select([
      'article.id',
      'article.slug',
      'article.state',
      'article.title',
      'article.summary',
      'article.body',
      'article.keywords',
      'article.category_id as categoryId',
      'article.is_question as isQuestion',
      'article.position',
      'article.version_number as versionNumber',
      'article.owner_id as ownerId',
      'article.review_on as reviewOn',
      'article.source',
      'article.published_at as publishedAt',
      'article.modified_at as modifiedAt',
    ])
    .$castTo<Article>();

export const findArticle = (db: Queryable, id: ArticleId): Promise<Article | undefined> =>
  selectArticles(db).where('article.id', '=', id).executeTakeFirst();

/** Writers of one article take turns. */
export const holdArticle = (tx: Tx, id: ArticleId): Promise<Article | undefined> =>
  selectArticles(tx).where('article.id', '=', id).forNoKeyUpdate().executeTakeFirst();

const columnsOf = (text: ArticleText) => ({
  title: text.title,
  summary: text.summary,
  body: text.body,
  keywords: [...text.keywords],
  category_id: text.categoryId,
  is_question: text.isQuestion,
});

export interface NewArticle extends ArticleText {
  id: ArticleId;
  slug: string;
  position: number;
  ownerId: AccountId | null;
  source: string | null;
  now: Date;
}

export const addArticle = (tx: Tx, article: NewArticle) =>
  tx
    .insertInto('article')
    .values({
      ...columnsOf(article),
      id: article.id,
      slug: article.slug,
      state: 'draft',
      position: article.position,
      version_number: 0,
      owner_id: article.ownerId,
      source: article.source,
      modified_at: article.now,
      created_at: article.now,
    })
    .execute();

export const addVersion = (tx: Tx, version: Omit<ArticleVersion, 'publishedAt'>) =>
  tx
    .insertInto('article_version')
    .values({
      ...columnsOf(version),
      article_id: version.articleId,
      number: version.number,
      note: version.note,
      from_file: version.fromFile,
      written_by: version.writtenBy,
      written_at: version.writtenAt,
    })
    .execute();

/** What one that was never public is about, for the desk's lists. */
export const showDraft = (tx: Tx, id: ArticleId, draft: ArticleText & { slug: string; number: number }) =>
  tx
    .updateTable('article')
    .set({ ...columnsOf(draft), slug: draft.slug, version_number: draft.number })
    .where('id', '=', id)
    .execute();

export interface Publication extends ArticleText {
  slug: string;
  number: number;
  reviewOn: string;
  now: Date;
}

export const putOnline = async (tx: Tx, id: ArticleId, publication: Publication): Promise<void> => {
  const { slug, number, reviewOn, now } = publication;
  await tx
    .updateTable('article')
    .set({
      ...columnsOf(publication),
      state: 'published',
      slug,
      version_number: number,
      review_on: reviewOn,
      modified_at: now,
    })
    .set((eb) => ({ published_at: eb.fn.coalesce('published_at', eb.val(now)) }))
    .where('id', '=', id)
    .execute();
  await tx
    .updateTable('article_version')
    .set({ published_at: now })
    .where('article_id', '=', id)
    .where('number', '=', number)
    .execute();
};

/** Nobody is asked to read it again, and no search finds it. */
export const takeOffline = (tx: Tx, id: ArticleId) =>
  tx.updateTable('article').set({ state: 'archived', review_on: null }).where('id', '=', id).execute();

export const saveRelated = async (tx: Tx, id: ArticleId, related: readonly ArticleId[]): Promise<void> => {
  await tx.deleteFrom('related_article').where('article_id', '=', id).execute();
  if (related.length === 0) return;
  await tx
    .insertInto('related_article')
    .values(related.map((other, position) => ({ article_id: id, related_id: other, position })))
    .execute();
};
