import type { Actor } from '../../../kernel/actor.ts';
import { NotFound } from '../../../kernel/endings.ts';
import { type Ids, isId } from '../../../kernel/ids.ts';
import { ask } from '../../../kernel/policy.ts';
import { type Database, inTransaction, type Tx } from '../../../platform/database/database.ts';
import { takeAddress } from '../../articles/address.store.ts';
import { addArticle, addVersion, holdArticle, showDraft } from '../../articles/article.store.ts';
import {
  type Article,
  type ArticleId,
  type ArticleText,
  type ArticleVersion,
  hasSameText,
  isPublic,
} from '../../articles/article.ts';
import { type PublishNeeds, publishVersion, settleAddress } from '../../articles/publish-version.ts';
import { slugOf } from '../../articles/slug.ts';
import { findNewestVersion } from '../../articles/version.store.ts';
import { writeArticles } from '../../policy.ts';
import { holdCategory } from './categories.store.ts';

export interface WriteNeeds extends PublishNeeds {
  database: Database;
  ids: Ids;
}

export interface Written extends ArticleText {
  /** What the editor says was changed. */
  note: string;
  /** The version that was on the page when the editor began; nothing of a new article. */
  basedOn: number;
  publish: boolean;
}

export type WriteOutcome =
  | { outcome: 'draft-saved' | 'published' | 'nothing-changed'; id: ArticleId }
  /** A colleague saved another version first. */
  | { outcome: 'changed-meanwhile'; newest: ArticleVersion }
  /** A colleague removed the category. */
  | { outcome: 'category-gone' };

/** Begins an article; whoever does looks after it. */
export async function beginArticle(
  needs: WriteNeeds,
  actor: Actor | undefined,
  written: Written,
): Promise<WriteOutcome> {
  ask(writeArticles, actor, undefined);
  return inTransaction(needs.database, async (tx) => {
    if (!(await holdCategory(tx, written.categoryId))) return { outcome: 'category-gone' };
    const id = needs.ids.next<'article'>();
    const now = needs.clock.now();
    const ownerId = actor.person.accountId;
    const slug = `${slugOf(written.title, 'article').slice(0, 60)}-${id}`;
    await addArticle(tx, { ...written, id, slug, source: null, position: 0, ownerId, now });
    const address = await takeAddress(tx, id, written.title, now);
    const article = await holdArticle(tx, id);
    if (!article) throw new Error('the article that was just begun is gone');
    return keepVersion(needs, tx, actor, { article: { ...article, slug: address }, written, number: 1 });
  });
}

/** Saves what an editor wrote as the newest version, unless a colleague was first; publishes it where asked. */
export async function writeArticle(
  needs: WriteNeeds,
  actor: Actor | undefined,
  id: string,
  written: Written,
): Promise<WriteOutcome> {
  ask(writeArticles, actor, undefined);
  return inTransaction(needs.database, async (tx) => {
    const article = await holdOrMiss(tx, id);
    const newest = await findNewestVersion(tx, article.id);
    if (newest.number !== written.basedOn) return { outcome: 'changed-meanwhile', newest };
    if (!hasSameText(newest, written)) {
      if (!(await holdCategory(tx, written.categoryId))) return { outcome: 'category-gone' };
      return keepVersion(needs, tx, actor, { article, written, number: newest.number + 1 });
    }
    if (!written.publish || isPublic(article, newest)) return { outcome: 'nothing-changed', id: article.id };
    await publishVersion(needs, tx, article, newest, actor);
    return { outcome: 'published', id: article.id };
  });
}

export async function holdOrMiss(tx: Tx, id: string): Promise<Article> {
  const article = isId(id) ? await holdArticle(tx, id as ArticleId) : undefined;
  if (!article) throw new NotFound('article');
  return article;
}

async function keepVersion(
  needs: WriteNeeds,
  tx: Tx,
  actor: Actor,
  { article, written, number }: { article: Article; written: Written; number: number },
): Promise<WriteOutcome> {
  const { id } = article;
  const now = needs.clock.now();
  const writer = { fromFile: false, writtenBy: actor.person.accountId, writtenAt: now };
  const version = { ...written, ...writer, articleId: id, number };
  await addVersion(tx, version);
  await needs.audit.record(tx, { action: 'article-drafted', actor, record: { type: 'article', id } });
  if (written.publish) {
    await publishVersion(needs, tx, article, { ...version, publishedAt: null }, actor);
    return { outcome: 'published', id };
  }
  if (!article.publishedAt) {
    const slug = await settleAddress(tx, article, written.title, now);
    await showDraft(tx, id, { ...written, slug, number });
  }
  return { outcome: 'draft-saved', id };
}
