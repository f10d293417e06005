import { hours } from '../../../kernel/duration.ts';
import type { Ids } from '../../../kernel/ids.ts';
import { type Database, inTransaction, type Tx } from '../../../platform/database/database.ts';
import { countUse, type LimitOutcome } from '../../../platform/limits/limit.ts';
import type { Article } from '../../articles/article.ts';
import { addFeedback, type NewFeedback, spendProof } from './feedback.store.ts';
import { maskPersonal } from './mask-personal.ts';
import { checkProof, type ProofNeeds } from './proof-of-work.ts';

export interface FeedbackNeeds extends ProofNeeds {
  database: Database;
  ids: Ids;
}

type About = Pick<Article, 'id' | 'versionNumber'>;

/** Counts a “yes”. Past what one network may say in an hour the reader is thanked, and it is not counted. */
export const sayHelpful = (needs: FeedbackNeeds, article: About, clientNetwork: string): Promise<void> =>
  inTransaction(needs.database, async (tx) => {
    if (!(await useOf(needs, tx, clientNetwork)).allowed) return;
    await add(needs, tx, article, { isHelpful: true, reasons: [], words: null, state: 'counted' });
  });

export interface Feedback {
  reasons: readonly string[];
  words: string;
  /** Empty where no browser worked for it. */
  proof: string;
  clientNetwork: string;
}

/** `held`: without a proof an editor looks at it first. */
export type SendFeedbackOutcome =
  | { outcome: 'sent' | 'held' | 'bad-proof' }
  | { outcome: 'too-many'; until: Date };

/** Takes what did not help. With a proof of work it counts by itself; each proof does once. */
export async function sendFeedback(
  needs: FeedbackNeeds,
  article: About,
  feedback: Feedback,
): Promise<SendFeedbackOutcome> {
  const proof = feedback.proof ? await checkProof(needs, feedback.proof) : undefined;
  if (proof?.outcome === 'bad') return { outcome: 'bad-proof' };
  return inTransaction(needs.database, async (tx) => {
    const use = await useOf(needs, tx, feedback.clientNetwork);
    if (!use.allowed) return { outcome: 'too-many', until: use.windowEndsAt };
    if (proof && !(await spendProof(tx, proof.hash, proof.until))) return { outcome: 'bad-proof' };
    const words = maskPersonal(feedback.words) || null;
    const state = proof ? 'counted' : 'held';
    await add(needs, tx, article, { isHelpful: false, reasons: feedback.reasons, words, state });
    return { outcome: proof ? 'sent' : 'held' };
  });
}

const add = (
  needs: FeedbackNeeds,
  tx: Tx,
  { id, versionNumber }: About,
  said: Pick<NewFeedback, 'isHelpful' | 'reasons' | 'words' | 'state'>,
) =>
  addFeedback(tx, {
    ...said,
    id: needs.ids.next<'article-feedback'>(),
    articleId: id,
    versionNumber,
    now: needs.clock.now(),
  });

const useOf = (needs: FeedbackNeeds, tx: Tx, clientNetwork: string): Promise<LimitOutcome> =>
  countUse(tx, {
    name: `article-feedback:${needs.keyRing.mac('client-address', clientNetwork)}`,
    window: hours(1),
    atMost: needs.settings.helpCentre.feedbackPerHour,
    now: needs.clock.now(),
  });
