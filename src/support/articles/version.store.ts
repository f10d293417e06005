import type { Queryable } from '../../platform/database/database.ts';
import type { ArticleId, ArticleVersion } from './article.ts';

export const selectVersions = (db: Queryable, articleId: ArticleId) =>
  db
    .selectFrom('article_version')
    .select([
      'article_version.article_id as articleId',
      'article_version.number',
      'article_version.title',
      'article_version.summary',
      'article_version.body',
      'article_version.keywords',
      'article_version.category_id as categoryId',
      'article_version.is_question as isQuestion',
      'article_version.note',
      'article_version.from_file as fromFile',
      'article_version.written_by as writtenBy',
      'article_version.written_at as writtenAt',
      'article_version.published_at as publishedAt',
    ])
    .where('article_version.article_id', '=', articleId)
    .$castTo<ArticleVersion>();

/** The newest one: a draft, unless it was published. */
export const findNewestVersion = (db: Queryable, articleId: ArticleId): Promise<ArticleVersion> =>
  selectVersions(db, articleId).orderBy('article_version.number', 'desc').limit(1).executeTakeFirstOrThrow();

export const findVersion = (db: Queryable, articleId: ArticleId, number: number) =>
  selectVersions(db, articleId).where('article_version.number', '=', number).executeTakeFirst();
