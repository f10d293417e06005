import { sql } from 'kysely';
import type { AccountId } from '../../kernel/ids.ts';
import type { Queryable } from '../../platform/database/database.ts';

export interface EndedAccess {
  name: string;
  isClosed: boolean;
  endedAt: Date;
  /** One of the people of the practice still, with access elsewhere there or on leave. */
  isMember: boolean;
  isOnLeave: boolean;
  returnsOn: string | null;
}

/**
 * What somebody had at a practice or branch and has no more. Nothing where they never had any, have some now, or belong to
 * the practice with access that waits to begin or to come back elsewhere.
 */
export async function findEndedAccess(
  db: Queryable,
  account: AccountId,
  code: string,
): Promise<EndedAccess | undefined> {
  const { rows } = await sql<EndedAccess>`
    SELECT o.name, o.status = 'closed' AS "isClosed", held.ended_at AS "endedAt", m.id IS NOT NULL AS "isMember",
           ${isOnLeaveHere} AS "isOnLeave", m.returns_on AS "returnsOn"
      FROM organisation o
      JOIN LATERAL (SELECT max(ended_at) AS ended_at, bool_and(ended_at IS NOT NULL) AS is_over FROM membership
                     WHERE account_id = ${account} AND organisation_id IN (o.id, o.parent_id) AND service <> 'support'
                   ) held ON held.is_over
      LEFT JOIN member m ON m.account_id = ${account} AND m.organisation_id = coalesce(o.parent_id, o.id)
           AND m.state <> 'removed'
     WHERE o.code = ${code} AND (m.id IS NULL OR ${isOnLeaveHere} OR ${hasAccessElsewhere(account)})
  `.execute(db);
  return rows[0];
}

const isOnLeaveHere = sql`coalesce(m.state = 'on-leave' AND (m.branch_id IS NULL OR m.branch_id = o.id), FALSE)`;

const hasAccessElsewhere = (account: AccountId) => sql`
  EXISTS (SELECT FROM membership e JOIN organisation p ON p.id = e.organisation_id
           WHERE e.account_id = ${account} AND e.ended_at IS NULL AND e.service <> 'support'
             AND m.organisation_id IN (p.id, p.parent_id))`;
