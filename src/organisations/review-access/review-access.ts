import { askFresh, lockAccount } from '../../identity/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { AccountId } from '../../kernel/ids.ts';
import { ask } from '../../kernel/policy.ts';
import { type Database, inTransaction, type Tx } from '../../platform/database/database.ts';
import { listOpenReviews, type OpenReview, type ReviewId } from '../administrators/open-reviews.store.ts';
import { type Here, holdHere } from '../here.ts';
import { type EndMemberNeeds, endMember } from '../members/end-member.ts';
import type { MemberId } from '../members/member.ts';
import { reviewAccess } from '../policy.ts';
import {
  askedOf,
  findPracticeHere,
  listPeople,
  type ReviewedPeople,
  type ReviewedPerson,
  unanswered,
} from './read-review.ts';
import { type Decision, keepAnswers, markFinished } from './review-access.store.ts';

export interface ReviewAccessNeeds extends EndMemberNeeds {
  database: Database;
}

export type SaveAnswersOutcome = { outcome: 'saved'; left: number } | { outcome: 'not-open' };

/**
 * Keeps what was decided so far; nobody loses anything before the review is finished. `keepOthers` keeps everybody
 * without an answer who was not pointed out: those need a look of their own.
 */
export async function saveAnswers(
  needs: ReviewAccessNeeds,
  actor: Actor | undefined,
  code: string,
  { answers, keepOthers }: { answers: ReadonlyMap<MemberId, Decision>; keepOthers: boolean },
): Promise<SaveAnswersOutcome> {
  return inTransaction(needs.database, async (tx) => {
    const here = await findPracticeHere(needs, tx, code);
    const by = await holdHere(tx, actor, here);
    ask(reviewAccess, by, here);
    const review = await findOpen(tx, here);
    if (!review) return { outcome: 'not-open' };
    const people = await listPeople(needs, tx, by, here, review);
    const given = new Map(keepOthers ? restOf(people, answers) : answers);
    const changed = askedOf(people).flatMap(({ member, decision: before }) => {
      const decision = given.get(member.id);
      return decision && decision !== before ? [{ memberId: member.id, decision }] : [];
    });
    if (changed.length > 0) await keep(needs, tx, { here, by, review }, changed);
    return {
      outcome: 'saved',
      left: unanswered(people).filter(({ member }) => !given.has(member.id)).length,
    };
  });
}

function restOf({ others }: ReviewedPeople, answers: ReadonlyMap<MemberId, Decision>) {
  const open = others.filter(({ decision }) => decision === undefined);
  return new Map([...open.map(({ member }) => [member.id, 'keep'] as const), ...answers]);
}

interface Reviewing {
  here: Here;
  by: Actor;
  review: OpenReview;
}

async function keep(
  needs: ReviewAccessNeeds,
  tx: Tx,
  reviewing: Reviewing,
  answers: { memberId: MemberId; decision: Decision }[],
) {
  const { by, review } = reviewing;
  await keepAnswers(tx, review.id, answers, { by: by.person.accountId, now: needs.clock.now() });
  await record(needs, tx, 'access-review-answered', reviewing);
}

const record = ({ audit }: ReviewAccessNeeds, tx: Tx, action: string, { here, by, review }: Reviewing) =>
  audit.record(tx, {
    action,
    actor: by,
    organisation: here.practice.id,
    record: { type: 'access-review', id: review.id },
  });

const findOpen = async (tx: Tx, { practice }: Here) => (await listOpenReviews(tx, [practice.id]))[0];

export type FinishReviewOutcome =
  | { outcome: 'finished'; id: ReviewId }
  | { outcome: 'not-open' }
  | { outcome: 'not-answered'; left: number }
  /** Somebody is to lose their access whom the finisher may not remove; whoever decided so, or the main contact, may. */
  | { outcome: 'not-yours'; names: string[] }
  /** Answers changed while this one was sent. */
  | { outcome: 'changed' };

/** Ends the access of everybody who was not kept, and the review, in one change. */
export async function finishReview(
  needs: ReviewAccessNeeds,
  actor: Actor | undefined,
  code: string,
): Promise<FinishReviewOutcome> {
  return inTransaction(needs.database, async (tx) => {
    const here = await findPracticeHere(needs, tx, code);
    const held = await holdAccounts(needs, tx, actor, here);
    const by = await holdHere(tx, actor, here);
    ask(reviewAccess, by, here);
    askFresh(needs, by);
    const review = await findOpen(tx, here);
    if (!review) return { outcome: 'not-open' };
    const people = await listPeople(needs, tx, by, here, review);
    const problem = whyNotYet(people, held);
    return problem ?? finish(needs, tx, { here, by, review }, toRemove(people));
  });
}

async function finish(
  needs: ReviewAccessNeeds,
  tx: Tx,
  reviewing: Reviewing,
  leaving: ReviewedPerson[],
): Promise<FinishReviewOutcome> {
  const { here, by, review } = reviewing;
  for (const { member } of leaving) {
    const ending = { practice: here.practice, member, by, because: 'not-kept' } as const;
    const { outcome } = await endMember(needs, tx, ending);
    if (outcome === 'last-administrator') throw new Error('who finishes a review administers, and stays');
  }
  await markFinished(tx, review.id, by.person.accountId, needs.clock.now());
  await record(needs, tx, 'access-review-finished', reviewing);
  return { outcome: 'finished', id: review.id };
}

const toRemove = (people: ReviewedPeople): ReviewedPerson[] =>
  askedOf(people).filter(({ decision }) => decision === 'remove');

/** Accounts are held before the practice, so whose they are is looked up first, and compared afterwards. */
async function holdAccounts(needs: ReviewAccessNeeds, tx: Tx, actor: Actor | undefined, here: Here) {
  const review = await findOpen(tx, here);
  const people = review && (await listPeople(needs, tx, actor, here, review));
  const accounts = (people ? toRemove(people) : []).flatMap(({ member }) => member.accountId ?? []).sort();
  for (const account of accounts) await lockAccount(tx, account);
  return new Set<AccountId>(accounts);
}

function whyNotYet(people: ReviewedPeople, held: ReadonlySet<AccountId>): FinishReviewOutcome | undefined {
  const left = unanswered(people).length;
  if (left > 0) return { outcome: 'not-answered', left };
  const others = people.notAsked.filter(({ decision }) => decision === 'remove');
  if (others.length > 0) return { outcome: 'not-yours', names: others.map(({ member }) => member.fullName) };
  const isHeld = toRemove(people).every(({ member: { accountId } }) => !accountId || held.has(accountId));
  return isHeld ? undefined : { outcome: 'changed' };
}
