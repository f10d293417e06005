import { sql } from 'kysely';
import type { OrganisationId } from '../../kernel/ids.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import type { ReviewId } from '../administrators/open-reviews.store.ts';

/** Open practices of more than one person whose last review, or else their registration, was so long ago. */
export async function listDueForReview(
  db: Queryable,
  { since, today, atMost }: { since: Date; today: string; atMost: number },
): Promise<OrganisationId[]> {
  const { rows } = await sql<{ id: OrganisationId }>`
    SELECT o.id FROM organisation o
     WHERE o.kind = 'practice' AND o.registered_at <= ${since} AND o.status <> 'closed'
       AND (o.closed_on IS NULL OR o.closed_on > ${today}::date)
       AND (SELECT count(*) FROM member m WHERE m.organisation_id = o.id AND m.state <> 'removed') > 1
       AND NOT EXISTS (SELECT FROM access_review r WHERE r.organisation_id = o.id
                          AND (r.finished_at IS NULL OR r.opened_at > ${since}))
     ORDER BY o.id LIMIT ${atMost}
  `.execute(db);
  return rows.map(({ id }) => id);
}

/** False when one is open already. */
export const openReview = async (
  tx: Tx,
  review: { id: ReviewId; practice: OrganisationId; openedAt: Date; dueAt: Date },
): Promise<boolean> =>
  (await tx
    .insertInto('access_review')
    .values({
      id: review.id,
      organisation_id: review.practice,
      opened_at: review.openedAt,
      due_at: review.dueAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()) !== undefined;

export interface ReviewToMention {
  id: ReviewId;
  practiceId: OrganisationId;
  dueAt: Date;
  /** Half way its main contact is reminded; at the end everybody who can do it is asked. */
  step: 'reminder' | 'escalation';
}

/** Somebody has to be reminded of it, and nobody was yet; closed practices rest. */
const isToMention = (now: Date) => sql`
  r.finished_at IS NULL
  AND EXISTS (SELECT FROM organisation o WHERE o.id = r.organisation_id AND o.status <> 'closed')
  AND ((r.escalated_at IS NULL AND r.due_at <= ${now})
       OR (r.reminded_at IS NULL AND r.opened_at + (r.due_at - r.opened_at) / 2 <= ${now}))`;

export async function listToMention(db: Queryable, now: Date, atMost: number): Promise<ReviewId[]> {
  const { rows } = await sql<{ id: ReviewId }>`
    SELECT r.id FROM access_review r WHERE ${isToMention(now)} ORDER BY r.due_at, r.id LIMIT ${atMost}
  `.execute(db);
  return rows.map(({ id }) => id);
}

/** Of two nodes that take it at once one does, so that nobody is written to twice. */
export async function takeReviewToMention(
  tx: Tx,
  id: ReviewId,
  now: Date,
): Promise<ReviewToMention | undefined> {
  const { rows } = await sql<ReviewToMention>`
    UPDATE access_review r
       SET reminded_at = coalesce(r.reminded_at, ${now}),
           escalated_at = CASE WHEN r.due_at <= ${now} THEN ${now} ELSE r.escalated_at END
     WHERE r.id = ${id} AND ${isToMention(now)}
     RETURNING r.id, r.organisation_id AS "practiceId", r.due_at AS "dueAt",
               CASE WHEN r.due_at <= ${now} THEN 'escalation' ELSE 'reminder' END AS step
  `.execute(tx);
  return rows[0];
}
