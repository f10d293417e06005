import type { Actor } from '../../kernel/actor.ts';
import type { Clock } from '../../kernel/clock.ts';
import { after } from '../../kernel/duration.ts';
import { NotFound } from '../../kernel/endings.ts';
import { isId } from '../../kernel/ids.ts';
import { ask } from '../../kernel/policy.ts';
import type { Database, Queryable } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { listOpenReviews, type OpenReview, type ReviewId } from '../administrators/open-reviews.store.ts';
import { findHere, type Here } from '../here.ts';
import type { Member } from '../members/member.ts';
import { recordOf } from '../members/person-here.ts';
import { removePerson, reviewAccess } from '../policy.ts';
import { type ReasonToLook, reasonsToLook } from './reasons-to-look.ts';
import {
  type Decision,
  type FinishedReview,
  findFinishedReview,
  findLastOpened,
  listAnswers,
  listFinishedReviews,
  listReviewed,
  listReviewFacts,
  type PastAnswer,
} from './review-access.store.ts';

export interface ReadReviewNeeds {
  clock: Clock;
  database: Database;
  settings: Settings;
}

export interface ReviewedPerson {
  member: Member;
  branch: string | undefined;
  reasons: ReasonToLook[];
  decision: Decision | undefined;
}

/** Everybody an open review asks about. */
export interface ReviewedPeople {
  /** To look at first, those with the most reasons at the top. */
  first: ReviewedPerson[];
  others: ReviewedPerson[];
  /** Whose access is not the reader's to end: their own, and of who stands above them. */
  notAsked: ReviewedPerson[];
}

export interface ReviewPageData {
  here: Here;
  open: (OpenReview & ReviewedPeople) | undefined;
  past: FinishedReview[];
  /** When the next one opens by itself; never, where no reviews are set. */
  nextAt: Date | undefined;
}

/** The practice, whichever of its addresses was opened: a review is of all its branches together. */
export async function findPracticeHere(needs: ReadReviewNeeds, db: Queryable, code: string): Promise<Here> {
  const here = await findHere(needs, db, code);
  return here.place.branchId ? findHere(needs, db, here.practice.code) : here;
}

export async function readReview(
  needs: ReadReviewNeeds,
  actor: Actor | undefined,
  code: string,
): Promise<ReviewPageData> {
  const here = await findPracticeHere(needs, needs.database, code);
  ask(reviewAccess, actor, here);
  const { practice } = here;
  const [review] = await listOpenReviews(needs.database, [practice.id]);
  const open = review && { ...review, ...(await listPeople(needs, needs.database, actor, here, review)) };
  const past = await listFinishedReviews(needs.database, practice.id);
  return { here, open, past, nextAt: await nextAt(needs, practice) };
}

async function nextAt({ database, settings }: ReadReviewNeeds, practice: Here['practice']) {
  const { reviewEvery } = settings.organisations;
  const last = (await findLastOpened(database, practice.id)) ?? practice.registeredAt;
  return reviewEvery > 0 && last ? after(last, reviewEvery) : undefined;
}

export async function listPeople(
  needs: ReadReviewNeeds,
  db: Queryable,
  actor: Actor | undefined,
  here: Here,
  review: OpenReview,
): Promise<ReviewedPeople> {
  const members = await listReviewed(db, here.practice.id, review.openedAt);
  const facts = await listReviewFacts(db, here.practice.id, review.id);
  const seen = { now: needs.clock.now(), settings: needs.settings };
  const people = members.map((member): ReviewedPerson => {
    const known = facts.get(member.id);
    const { accountState = null, worksElsewhere = false } = known ?? {};
    const reasons = reasonsToLook(member, { accountState, worksElsewhere }, seen);
    return {
      member,
      branch: known?.branch ?? undefined,
      reasons,
      decision: known?.decision ?? undefined,
    };
  });
  const mine = people.filter(({ member }) => removePerson.allows(actor, recordOf(here, member)));
  return {
    first: mine
      .filter(({ reasons }) => reasons.length > 0)
      .sort((a, b) => b.reasons.length - a.reasons.length),
    others: mine.filter(({ reasons }) => reasons.length === 0),
    notAsked: people.filter((one) => !mine.includes(one)),
  };
}

export const askedOf = ({ first, others }: ReviewedPeople): ReviewedPerson[] => [...first, ...others];

export const unanswered = (people: ReviewedPeople): ReviewedPerson[] =>
  askedOf(people).filter(({ decision }) => decision === undefined);

export interface PastReview {
  here: Here;
  review: FinishedReview;
  answers: PastAnswer[];
}

/** What was decided, for whoever has to show that it was. */
export async function readPastReview(
  needs: ReadReviewNeeds,
  actor: Actor | undefined,
  code: string,
  id: string,
): Promise<PastReview> {
  const here = await findPracticeHere(needs, needs.database, code);
  ask(reviewAccess, actor, here);
  const review = isId(id)
    ? await findFinishedReview(needs.database, here.practice.id, id as ReviewId)
    : undefined;
  if (!review) throw new NotFound('access review');
  return { here, review, answers: await listAnswers(needs.database, review.id) };
}
