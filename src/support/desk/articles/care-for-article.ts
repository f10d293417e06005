import type { Actor } from '../../../kernel/actor.ts';
import type { AccountId } from '../../../kernel/ids.ts';
import { ask } from '../../../kernel/policy.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { saveRelated } from '../../articles/article.store.ts';
import type { ArticleId } from '../../articles/article.ts';
import { writeArticles } from '../../policy.ts';
import { findArticlesBySlugs, saveCare } from './care-for-article.store.ts';
import { listWriters } from './list-articles.store.ts';
import { holdOrMiss, type WriteNeeds } from './write-article.ts';

export interface Care {
  /** Nobody where empty. */
  owner: string;
  reviewOn: string | null;
  position: number;
  /** Ends of addresses. */
  related: readonly string[];
}

export type CareOutcome =
  | { outcome: 'cared-for' }
  | { outcome: 'no-such-owner' }
  | { outcome: 'no-such-article'; slugs: string[] };

/** Who looks after an article, when it is read again, and what stands beside it; no version of its text. */
export async function careForArticle(
  needs: WriteNeeds,
  actor: Actor | undefined,
  id: string,
  { owner, reviewOn, position, related }: Care,
): Promise<CareOutcome> {
  ask(writeArticles, actor, undefined);
  return inTransaction(needs.database, async (tx) => {
    const article = await holdOrMiss(tx, id);
    const mayOwn = owner === '' || owner === article.ownerId || (await isWriter(tx, owner));
    if (!mayOwn) return { outcome: 'no-such-owner' };
    const found = await findArticlesBySlugs(tx, related);
    const slugs = related.filter((slug) => !found.some((each) => each.slug === slug));
    if (slugs.length > 0) return { outcome: 'no-such-article', slugs };
    await saveCare(tx, article.id, { ownerId: (owner || null) as AccountId | null, reviewOn, position });
    await saveRelated(tx, article.id, othersInOrder(related, found, article.id));
    const record = { type: 'article', id: article.id };
    await needs.audit.record(tx, { action: 'article-cared-for', actor, record });
    return { outcome: 'cared-for' };
  });
}

const isWriter = async (tx: Parameters<typeof listWriters>[0], id: string): Promise<boolean> =>
  (await listWriters(tx)).some((writer) => writer.id === id);

function othersInOrder(
  slugs: readonly string[],
  found: readonly { slug: string; id: ArticleId }[],
  self: ArticleId,
): ArticleId[] {
  const ids = slugs.flatMap((slug) => found.filter((each) => each.slug === slug).map(({ id }) => id));
  return [...new Set(ids)].filter((id) => id !== self);
}
