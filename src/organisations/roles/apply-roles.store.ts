import { sql } from 'kysely';
import type { AccountId, OrganisationId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { MemberId } from '../members/member.ts';

export interface InForce {
  accountId: AccountId;
  organisationId: OrganisationId;
  service: string;
  role: string;
  givenBy: AccountId | null;
}

/**
 * What a member may do now: their roles while they are active and have begun, else nothing; at their branch alone, if
 * limited, and nowhere once that belongs to another practice.
 */
const inForce = (member: MemberId, today: string) => sql`
  SELECT m.account_id, coalesce(m.branch_id, m.organisation_id) AS organisation_id, r.service, r.role, r.given_by
    FROM member m JOIN member_role r ON r.member_id = m.id
   WHERE m.id = ${member} AND m.account_id IS NOT NULL AND m.state = 'active'
     AND (m.starts_on IS NULL OR m.starts_on <= ${today}::date)
     AND (m.branch_id IS NULL
          OR EXISTS (SELECT FROM organisation b WHERE b.id = m.branch_id AND b.parent_id = m.organisation_id))`;

/** Ends what is held at the practice and its branches and is not in force any more. */
export const endStaleMemberships = (
  tx: Tx,
  member: MemberId,
  { today, by, because, now }: { today: string; by: AccountId | null; because: string; now: Date },
) =>
  sql`
    UPDATE membership held SET ended_at = ${now}, ended_by = ${by}, ended_reason = ${because}
      FROM member m, organisation o
     WHERE m.id = ${member} AND held.account_id = m.account_id AND held.ended_at IS NULL AND held.service <> 'support'
       AND o.id = held.organisation_id AND (o.id = m.organisation_id OR o.parent_id = m.organisation_id)
       AND NOT EXISTS (SELECT FROM (${inForce(member, today)}) f
                        WHERE f.organisation_id = held.organisation_id AND f.service = held.service AND f.role = held.role)
  `.execute(tx);

export async function listInForce(tx: Tx, member: MemberId, today: string): Promise<InForce[]> {
  const { rows } = await sql<InForce>`
    SELECT f.account_id AS "accountId", f.organisation_id AS "organisationId", f.service, f.role, f.given_by AS "givenBy"
      FROM (${inForce(member, today)}) f
  `.execute(tx);
  return rows;
}
