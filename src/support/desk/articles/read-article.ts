import type { Actor } from '../../../kernel/actor.ts';
import { NotFound } from '../../../kernel/endings.ts';
import { isId } from '../../../kernel/ids.ts';
import { ask } from '../../../kernel/policy.ts';
import type { Database } from '../../../platform/database/database.ts';
import { findArticle } from '../../articles/article.store.ts';
import type { Article, ArticleId, ArticleVersion, Category } from '../../articles/article.ts';
import { listCategories } from '../../articles/category.store.ts';
import { findNewestVersion, findVersion } from '../../articles/version.store.ts';
import { writeArticles } from '../../policy.ts';
import { listAllRelated, type RelatedArticle } from './care-for-article.store.ts';
import { listWriters, type Writer } from './list-articles.store.ts';
import { findNameOf, type ListedVersion, listVersions } from './read-article.store.ts';

interface ReadNeeds {
  database: Database;
}

export interface ArticleAtDesk {
  article: Article;
  categories: Category[];
  newest: ArticleVersion;
  /** Newer than what the public reads. */
  hasDraft: boolean;
  owner: string | undefined;
  related: RelatedArticle[];
  versions: ListedVersion[];
  writers: Writer[];
}

export async function readArticleAtDesk(
  { database }: ReadNeeds,
  actor: Actor | undefined,
  id: string,
): Promise<ArticleAtDesk> {
  ask(writeArticles, actor, undefined);
  const article = isId(id) ? await findArticle(database, id as ArticleId) : undefined;
  if (!article) throw new NotFound('article');
  const [newest, related, versions] = await Promise.all([
    findNewestVersion(database, article.id),
    listAllRelated(database, article.id),
    listVersions(database, article.id),
  ]);
  const [categories, writers, owner] = await Promise.all([
    listCategories(database),
    listWriters(database),
    findNameOf(database, article.ownerId),
  ]);
  const hasDraft = article.state !== 'draft' && newest.number > article.versionNumber;
  return { article, categories, newest, hasDraft, owner, related, versions, writers };
}

export interface VersionAtDesk {
  article: Article;
  version: ArticleVersion;
  writer: string | undefined;
  /** Undefined for the first one. */
  before: ArticleVersion | undefined;
  isNewest: boolean;
  categories: Category[];
}

export async function readVersion(
  { database }: ReadNeeds,
  actor: Actor | undefined,
  { id, number }: { id: string; number: number },
): Promise<VersionAtDesk> {
  ask(writeArticles, actor, undefined);
  const article = isId(id) ? await findArticle(database, id as ArticleId) : undefined;
  const version = article && (await findVersion(database, article.id, number));
  if (!version) throw new NotFound('version');
  const [before, newest, categories, writer] = await Promise.all([
    findVersion(database, article.id, number - 1),
    findNewestVersion(database, article.id),
    listCategories(database),
    findNameOf(database, version.writtenBy),
  ]);
  return { article, version, before, writer, categories, isNewest: newest.number === number };
}

/** What a colleague changed since the version that an editor began with. */
export async function readMeanwhile(
  { database }: ReadNeeds,
  newest: ArticleVersion,
  basedOn: number,
): Promise<{ before: ArticleVersion | undefined; name: string | undefined; categories: Category[] }> {
  const [before, name, categories] = await Promise.all([
    findVersion(database, newest.articleId, basedOn),
    findNameOf(database, newest.writtenBy),
    listCategories(database),
  ]);
  return { before, name, categories };
}

export const readCategoryChoices = (
  { database }: ReadNeeds,
  actor: Actor | undefined,
): Promise<Category[]> => {
  ask(writeArticles, actor, undefined);
  return listCategories(database);
};
