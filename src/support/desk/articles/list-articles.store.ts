import { sql } from 'kysely';
import type { AccountId } from '../../../kernel/ids.ts';
import type { Queryable } from '../../../platform/database/database.ts';
import type { ArticleId, ArticleState } from '../../articles/article.ts';

export interface ArticleFilter {
  state?: ArticleState | undefined;
  /** Those that hold what the public does not read yet. */
  isUnpublished?: boolean;
  categoryId?: string | undefined;
  /** `nobody`: those that nobody looks after. */
  owner?: AccountId | 'nobody' | undefined;
  /** Those to be read again by this day. */
  reviewBy?: string | undefined;
}

export interface DeskArticle {
  id: ArticleId;
  title: string;
  category: string;
  state: ArticleState;
  owner: string | null;
  reviewOn: string | null;
  modifiedAt: Date;
  /** Somebody wrote since, and did not publish it yet. */
  hasDraft: boolean;
}

const hasDraft = sql<boolean>`article.state <> 'draft' AND EXISTS (
  SELECT FROM article_version AS newer
   WHERE newer.article_id = article.id AND newer.number > article.version_number)`;

const filtered = (db: Queryable, { state, isUnpublished, categoryId, owner, reviewBy }: ArticleFilter) => {
  let articles = db
    .selectFrom('article')
    .innerJoin('article_category', 'article_category.id', 'article.category_id')
    .leftJoin('account', 'account.id', 'article.owner_id');
  if (state) articles = articles.where('article.state', '=', state);
  if (isUnpublished) articles = articles.where((eb) => eb.or([eb('article.state', '=', 'draft'), hasDraft]));
  if (categoryId) articles = articles.where('article.category_id', '=', categoryId);
  if (owner === 'nobody') articles = articles.where('article.owner_id', 'is', null);
  else if (owner) articles = articles.where('article.owner_id', '=', owner);
  if (reviewBy)
    articles = articles.where('article.state', '=', 'published').where('article.review_on', '<=', reviewBy);
  return articles;
};

/** Those that wait longest to be read again come first where that is asked; else by category and place. */
export const listArticles = (
  db: Queryable,
  filter: ArticleFilter,
  part: { from: number; atMost: number },
): Promise<DeskArticle[]> =>
  filtered(db, filter)
    .select([
      'article.id',
      'article.title',
      'article_category.title as category',
      'article.state',
      'account.full_name as owner',
      'article.review_on as reviewOn',
      'article.modified_at as modifiedAt',
      hasDraft.as('hasDraft'),
    ])
    .$if(filter.reviewBy !== undefined, (articles) => articles.orderBy('article.review_on'))
    .orderBy('article_category.position')
    .orderBy('article_category.title')
    .orderBy('article.position')
    .orderBy('article.title')
    .orderBy('article.id')
    .offset(part.from)
    .limit(part.atMost)
    .$castTo<DeskArticle>()
    .execute();

export const countArticles = async (db: Queryable, filter: ArticleFilter): Promise<number> =>
  (
    await filtered(db, filter)
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
  ).count;

export interface Writer {
  id: AccountId;
  name: string;
}

/** Whoever may look after an article. */
export const listWriters = (db: Queryable): Promise<Writer[]> =>
  db
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .select(['account.id', 'account.full_name as name'])
    .distinct()
    .where('membership.service', '=', 'support')
    .where('membership.role', 'in', ['editor', 'administrator'])
    .where('membership.ended_at', 'is', null)
    .orderBy('account.full_name')
    .orderBy('account.id')
    .$castTo<Writer>()
    .execute();
