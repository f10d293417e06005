import type { Audit } from '../../../audit/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { isId } from '../../../kernel/ids.ts';
import { ask } from '../../../kernel/policy.ts';
import { type Database, inTransaction } from '../../../platform/database/database.ts';
import type { ArticleId } from '../../articles/article.ts';
import type { FeedbackId } from '../../articles/article-feedback.store.ts';
import { writeArticles } from '../../policy.ts';
import { decide, markHandled } from './desk-feedback.store.ts';

export interface DecideFeedbackNeeds {
  audit: Audit;
  clock: Clock;
  database: Database;
}

export type Decision = 'accepted' | 'refused';

/** Lets feedback count that came without a proof of work, or not. */
export async function decideFeedback(
  { audit, clock, database }: DecideFeedbackNeeds,
  actor: Actor | undefined,
  { id, decision }: { id: string; decision: Decision },
): Promise<Decision | 'decided-already'> {
  ask(writeArticles, actor, undefined);
  if (!isId(id)) return 'decided-already';
  const state = decision === 'accepted' ? 'counted' : 'refused';
  return inTransaction(database, async (tx) => {
    const isDecided = await decide(tx, id as FeedbackId, state, actor.person.accountId, clock.now());
    if (!isDecided) return 'decided-already';
    await audit.record(tx, {
      action: decision === 'accepted' ? 'feedback-accepted' : 'feedback-refused',
      actor,
      record: { type: 'article-feedback', id },
    });
    return decision;
  });
}

/** Takes what readers said of an article off the work list: what stood there when its page was shown, and no more. */
export async function handleFeedback(
  { audit, clock, database }: DecideFeedbackNeeds,
  actor: Actor | undefined,
  { articleId, shownAt }: { articleId: string; shownAt: Date },
): Promise<'handled' | 'handled-already'> {
  ask(writeArticles, actor, undefined);
  if (!isId(articleId)) return 'handled-already';
  return inTransaction(database, async (tx) => {
    const { accountId } = actor.person;
    const count = await markHandled(tx, articleId as ArticleId, accountId, shownAt, clock.now());
    if (count === 0) return 'handled-already';
    await audit.record(tx, {
      action: 'feedback-handled',
      actor,
      record: { type: 'article', id: articleId },
    });
    return 'handled';
  });
}
