import { sql } from 'kysely';
import type { OrganisationId } from '../../kernel/ids.ts';
import type { Queryable } from '../../platform/database/database.ts';
import type { PersonThere } from './closures.store.ts';

export interface MovedBranch {
  branchId: OrganisationId;
  /** Whose it was. */
  practiceId: OrganisationId;
  newPracticeId: OrganisationId;
}

/** Branches that the register gave to another practice, with people left behind; of closed practices they wait for staff. */
export async function listMovedBranches(
  db: Queryable,
  today: string,
  atMost: number,
): Promise<MovedBranch[]> {
  const { rows } = await sql<MovedBranch>`
    SELECT DISTINCT b.id AS "branchId", o.id AS "practiceId", b.parent_id AS "newPracticeId"
      FROM member m
      JOIN organisation b ON b.id = m.branch_id AND b.parent_id <> m.organisation_id
      JOIN organisation o ON o.id = m.organisation_id
     WHERE m.state <> 'removed' AND o.status <> 'closed' AND (o.closed_on IS NULL OR o.closed_on > ${today}::date)
     ORDER BY b.id, o.id LIMIT ${atMost}
  `.execute(db);
  return rows;
}

export const listLeftBehind = (
  db: Queryable,
  { branchId, practiceId }: MovedBranch,
  atMost: number,
): Promise<PersonThere[]> =>
  db
    .selectFrom('member')
    .select(['id', 'account_id as accountId'])
    .where('branch_id', '=', branchId)
    .where('organisation_id', '=', practiceId)
    .where('state', '<>', 'removed')
    .orderBy('id')
    .limit(atMost)
    .$castTo<PersonThere>()
    .execute();
