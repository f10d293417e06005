import { sql } from 'kysely';
import type { Id, OrganisationId } from '../../kernel/ids.ts';
import type { Queryable } from '../../platform/database/database.ts';

export type ReviewId = Id<'access-review'>;

export interface OpenReview {
  id: ReviewId;
  organisationId: OrganisationId;
  openedAt: Date;
  dueAt: Date;
}

/** The reviews that wait to be finished at any of these practices, the one due first at the top. */
export async function listOpenReviews(
  db: Queryable,
  practices: readonly OrganisationId[],
): Promise<OpenReview[]> {
  if (practices.length === 0) return [];
  const { rows } = await sql<OpenReview>`
    SELECT r.id, r.organisation_id AS "organisationId", r.opened_at AS "openedAt", r.due_at AS "dueAt"
      FROM access_review r JOIN organisation o ON o.id = r.organisation_id AND o.status <> 'closed'
     WHERE r.organisation_id = ANY (${practices}::uuid[]) AND r.finished_at IS NULL
     ORDER BY r.due_at, r.id
  `.execute(db);
  return rows;
}

export const isOverdue = ({ dueAt }: Pick<OpenReview, 'dueAt'>, now: Date): boolean => dueAt <= now;
