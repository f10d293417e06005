import { sql } from 'kysely';
import type { AccountId, OrganisationId } from '../../kernel/ids.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import type { ReviewId } from '../administrators/open-reviews.store.ts';
import { asMember, selectMembers } from '../members/member.store.ts';
import type { Member, MemberId } from '../members/member.ts';

export type Decision = 'keep' | 'remove';

/** Everybody who has or was offered access since before the review began; newer people were looked at just now. */
export const listReviewed = async (
  db: Queryable,
  practice: OrganisationId,
  openedAt: Date,
): Promise<Member[]> =>
  (
    await selectMembers(db)
      .where('member.organisation_id', '=', practice)
      .where('member.state', '<>', 'removed')
      .where('member.created_at', '<=', openedAt)
      .orderBy('fullName')
      .orderBy('member.id')
      .execute()
  ).map(asMember);

export interface ReviewFacts {
  decision: Decision | null;
  branch: string | null;
  accountState: string | null;
  /** Whether they have access to another organisation here; never to which. */
  worksElsewhere: boolean;
}

export async function listReviewFacts(
  db: Queryable,
  practice: OrganisationId,
  review: ReviewId,
): Promise<Map<MemberId, ReviewFacts>> {
  const { rows } = await sql<ReviewFacts & { id: MemberId }>`
    SELECT m.id, w.decision, b.name AS branch, a.state AS "accountState",
           EXISTS (SELECT FROM member other WHERE other.account_id = m.account_id AND other.state = 'active'
                      AND other.organisation_id <> m.organisation_id) AS "worksElsewhere"
      FROM member m
      LEFT JOIN access_review_answer w ON w.member_id = m.id AND w.review_id = ${review}
      LEFT JOIN organisation b ON b.id = m.branch_id
      LEFT JOIN account a ON a.id = m.account_id
     WHERE m.organisation_id = ${practice} AND m.state <> 'removed'
  `.execute(db);
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}

/** The newest answer counts, until the review is finished. */
export const keepAnswers = (
  tx: Tx,
  review: ReviewId,
  answers: readonly { memberId: MemberId; decision: Decision }[],
  { by, now }: { by: AccountId; now: Date },
) =>
  tx
    .insertInto('access_review_answer')
    .values(
      answers.map(({ memberId, decision }) => ({
        review_id: review,
        member_id: memberId,
        decision,
        answered_by: by,
        answered_at: now,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['review_id', 'member_id']).doUpdateSet((eb) => ({
        decision: eb.ref('excluded.decision'),
        answered_by: eb.ref('excluded.answered_by'),
        answered_at: eb.ref('excluded.answered_at'),
      })),
    )
    .execute();

/** False when somebody else was first. */
export const markFinished = async (tx: Tx, review: ReviewId, by: AccountId, now: Date): Promise<boolean> =>
  (await tx
    .updateTable('access_review')
    .set({ finished_at: now, finished_by: by })
    .where('id', '=', review)
    .where('finished_at', 'is', null)
    .returning('id')
    .executeTakeFirst()) !== undefined;

export interface FinishedReview {
  id: ReviewId;
  openedAt: Date;
  dueAt: Date;
  finishedAt: Date;
  finishedBy: string | null;
  kept: number;
  removed: number;
}

const finishedReviews = (db: Queryable, practice: OrganisationId) =>
  db
    .selectFrom('access_review as r')
    .leftJoin('account as a', 'a.id', 'r.finished_by')
    .select((eb) => [
      'r.id',
      'r.opened_at as openedAt',
      'r.due_at as dueAt',
      'r.finished_at as finishedAt',
      'a.full_name as finishedBy',
      ...(['keep', 'remove'] as const).map((decision) =>
        eb
          .selectFrom('access_review_answer as w')
          .select((e) => e.fn.countAll<number>().as('count'))
          .whereRef('w.review_id', '=', 'r.id')
          .where('w.decision', '=', decision)
          .as(decision === 'keep' ? 'kept' : 'removed'),
      ),
    ])
    .where('r.organisation_id', '=', practice)
    .where('r.finished_at', 'is not', null)
    .$castTo<FinishedReview>();

/** Newest first. */
export const listFinishedReviews = (db: Queryable, practice: OrganisationId): Promise<FinishedReview[]> =>
  finishedReviews(db, practice).orderBy('r.opened_at', 'desc').limit(50).execute();

export const findFinishedReview = (db: Queryable, practice: OrganisationId, id: ReviewId) =>
  finishedReviews(db, practice).where('r.id', '=', id).executeTakeFirst();

export interface PastAnswer {
  memberId: MemberId;
  name: string;
  email: string;
  decision: Decision;
  answeredBy: string | null;
  answeredAt: Date;
}

export const listAnswers = (db: Queryable, review: ReviewId): Promise<PastAnswer[]> =>
  db
    .selectFrom('access_review_answer as w')
    .innerJoin('member as m', 'm.id', 'w.member_id')
    .leftJoin('account as own', (join) =>
      join.onRef('own.id', '=', 'm.account_id').on('m.state', '<>', 'removed'),
    )
    .leftJoin('account as a', 'a.id', 'w.answered_by')
    .select((eb) => [
      'm.id as memberId',
      eb.fn.coalesce('own.full_name', 'm.full_name').as('name'),
      'm.email_typed as email',
      'w.decision',
      'a.full_name as answeredBy',
      'w.answered_at as answeredAt',
    ])
    .where('w.review_id', '=', review)
    .orderBy('w.decision', 'desc')
    .orderBy('name')
    .orderBy('m.id')
    .$castTo<PastAnswer>()
    .execute();

export async function findLastOpened(db: Queryable, practice: OrganisationId): Promise<Date | undefined> {
  const last = await db
    .selectFrom('access_review')
    .select('opened_at')
    .where('organisation_id', '=', practice)
    .orderBy('opened_at', 'desc')
    .executeTakeFirst();
  return last?.opened_at;
}
