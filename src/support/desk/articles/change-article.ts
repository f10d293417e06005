import type { Actor } from '../../../kernel/actor.ts';
import { NotFound } from '../../../kernel/endings.ts';
import { ask } from '../../../kernel/policy.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { addVersion, showDraft, takeOffline } from '../../articles/article.store.ts';
import { hasSameText } from '../../articles/article.ts';
import { indexArticle } from '../../articles/index-article.ts';
import { settleAddress } from '../../articles/publish-version.ts';
import { nextReview } from '../../articles/review-day.ts';
import { findNewestVersion, findVersion } from '../../articles/version.store.ts';
import { writeArticles } from '../../policy.ts';
import { saveReviewDay } from './care-for-article.store.ts';
import { holdOrMiss, type WriteNeeds } from './write-article.ts';

/** Takes an article from the public; its address says so from now on. */
export async function archiveArticle(
  needs: WriteNeeds,
  actor: Actor | undefined,
  id: string,
): Promise<'archived' | 'archived-already'> {
  ask(writeArticles, actor, undefined);
  return inTransaction(needs.database, async (tx) => {
    const article = await holdOrMiss(tx, id);
    if (article.state === 'archived') return 'archived-already';
    await takeOffline(tx, article.id);
    await indexArticle(tx, { ...article, isPublished: false });
    const record = { type: 'article', id: article.id };
    await needs.audit.record(tx, { action: 'article-archived', actor, record });
    return 'archived';
  });
}

/** Makes an old version the newest draft; what the public reads stays until somebody publishes it. */
export async function restoreVersion(
  needs: WriteNeeds,
  actor: Actor | undefined,
  { id, number, note }: { id: string; number: number; note: string },
): Promise<'restored' | 'same-as-newest'> {
  ask(writeArticles, actor, undefined);
  return inTransaction(needs.database, async (tx) => {
    const article = await holdOrMiss(tx, id);
    const [old, newest] = [
      await findVersion(tx, article.id, number),
      await findNewestVersion(tx, article.id),
    ];
    if (!old) throw new NotFound('version');
    if (hasSameText(old, newest)) return 'same-as-newest';
    const now = needs.clock.now();
    const writer = { fromFile: false, writtenBy: actor.person.accountId, writtenAt: now };
    const again = { ...old, ...writer, number: newest.number + 1, note };
    await addVersion(tx, again);
    if (!article.publishedAt) {
      const slug = await settleAddress(tx, article, old.title, now);
      await showDraft(tx, article.id, { ...again, slug });
    }
    const record = { type: 'article', id: article.id };
    await needs.audit.record(tx, { action: 'article-restored', actor, record });
    return 'restored';
  });
}

/** Somebody read it through and it is still right. */
export async function markReviewed(
  needs: WriteNeeds,
  actor: Actor | undefined,
  id: string,
): Promise<'reviewed' | 'not-public'> {
  ask(writeArticles, actor, undefined);
  return inTransaction(needs.database, async (tx) => {
    const article = await holdOrMiss(tx, id);
    if (article.state !== 'published') return 'not-public';
    await saveReviewDay(tx, article.id, nextReview(needs.settings, needs.clock.now()));
    const record = { type: 'article', id: article.id };
    await needs.audit.record(tx, { action: 'article-reviewed', actor, record });
    return 'reviewed';
  });
}
