import type { Database, Tx } from '../../../platform/database/database.ts';
import type { ArticleId } from '../../articles/article.ts';
import type { FeedbackId } from '../../articles/article-feedback.store.ts';

export interface NewFeedback {
  id: FeedbackId;
  articleId: ArticleId;
  versionNumber: number;
  isHelpful: boolean;
  reasons: readonly string[];
  words: string | null;
  state: 'counted' | 'held';
  now: Date;
}

export const addFeedback = (tx: Tx, feedback: NewFeedback) =>
  tx
    .insertInto('article_feedback')
    .values({
      id: feedback.id,
      article_id: feedback.articleId,
      version_number: feedback.versionNumber,
      is_helpful: feedback.isHelpful,
      reasons: [...feedback.reasons],
      words: feedback.words,
      state: feedback.state,
      created_at: feedback.now,
    })
    .execute();

/** One statement, so that two forms with the same proof cannot both count. */
export async function spendProof(tx: Tx, hash: string, until: Date): Promise<boolean> {
  const spent = await tx
    .insertInto('spent_proof')
    .values({ challenge_hash: hash, expires_at: until })
    .onConflict((conflict) => conflict.column('challenge_hash').doNothing())
    .returning('challenge_hash')
    .executeTakeFirst();
  return spent !== undefined;
}

/** Past their time they are refused for that. */
export const removePastProofs = async (database: Database, now: Date): Promise<number> =>
  Number(
    (await database.deleteFrom('spent_proof').where('expires_at', '<=', now).executeTakeFirst())
      .numDeletedRows,
  );

export const removePastFeedback = async (database: Database, before: Date): Promise<number> =>
  Number(
    (await database.deleteFrom('article_feedback').where('created_at', '<', before).executeTakeFirst())
      .numDeletedRows,
  );
