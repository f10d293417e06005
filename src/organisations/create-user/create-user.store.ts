import { sql } from 'kysely';
import type { OrganisationId } from '../../kernel/ids.ts';
import type { Queryable } from '../../platform/database/database.ts';
import type { MemberId } from '../members/member.ts';

export interface Colleague {
  id: MemberId;
  fullName: string;
}

/** Whose roles can be copied: everybody of the practice, or those limited to one branch. */
export async function listColleagues(
  db: Queryable,
  practice: OrganisationId,
  branch: OrganisationId | undefined,
  atMost: number,
): Promise<Colleague[]> {
  const { rows } = await sql<Colleague>`
    SELECT m.id, coalesce(a.full_name, m.full_name) AS "fullName"
      FROM member m LEFT JOIN account a ON a.id = m.account_id
     WHERE m.organisation_id = ${practice} AND m.state <> 'removed'
       AND (${branch ?? null}::uuid IS NULL OR m.branch_id = ${branch ?? null})
     ORDER BY lower(coalesce(a.full_name, m.full_name)), m.id LIMIT ${atMost}
  `.execute(db);
  return rows;
}
