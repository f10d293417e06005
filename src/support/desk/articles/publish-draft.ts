import type { Actor } from '../../../kernel/actor.ts';
import { NotFound } from '../../../kernel/endings.ts';
import { isId } from '../../../kernel/ids.ts';
import { ask } from '../../../kernel/policy.ts';
import { type Database, inTransaction } from '../../../platform/database/database.ts';
import { findArticle } from '../../articles/article.store.ts';
import {
  type Article,
  type ArticleId,
  type ArticleVersion,
  type Category,
  isPublic,
} from '../../articles/article.ts';
import { listCategories } from '../../articles/category.store.ts';
import { publishVersion } from '../../articles/publish-version.ts';
import { findNewestVersion, findVersion } from '../../articles/version.store.ts';
import { writeArticles } from '../../policy.ts';
import { findNameOf } from './read-article.store.ts';
import { holdOrMiss, type WriteNeeds } from './write-article.ts';

export interface DraftToPublish {
  article: Article;
  draft: ArticleVersion;
  writer: string | undefined;
  /** What the public reads, or read until it was archived; undefined of one that was never public. */
  before: ArticleVersion | undefined;
  categories: Category[];
  isPublic: boolean;
}

/** The newest version of an article beside what the public reads. */
export async function readDraft(
  { database }: { database: Database },
  actor: Actor | undefined,
  id: string,
): Promise<DraftToPublish> {
  ask(writeArticles, actor, undefined);
  const article = isId(id) ? await findArticle(database, id as ArticleId) : undefined;
  if (!article) throw new NotFound('article');
  const draft = await findNewestVersion(database, article.id);
  const [writer, before, categories] = await Promise.all([
    findNameOf(database, draft.writtenBy),
    article.publishedAt ? findVersion(database, article.id, article.versionNumber) : undefined,
    listCategories(database),
  ]);
  return { article, draft, writer, before, categories, isPublic: isPublic(article, draft) };
}

/** Lets the public read a draft as it was shown; one that a colleague saved since is shown first. */
export async function publishDraft(
  needs: WriteNeeds,
  actor: Actor | undefined,
  { id, number }: { id: string; number: number },
): Promise<'published' | 'published-already' | 'changed-meanwhile'> {
  ask(writeArticles, actor, undefined);
  return inTransaction(needs.database, async (tx) => {
    const article = await holdOrMiss(tx, id);
    const newest = await findNewestVersion(tx, article.id);
    if (newest.number !== number) return 'changed-meanwhile';
    if (isPublic(article, newest)) return 'published-already';
    await publishVersion(needs, tx, article, newest, actor);
    return 'published';
  });
}
