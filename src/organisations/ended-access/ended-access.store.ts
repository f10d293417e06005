import { sql } from 'kysely';
import type { AccountId } from '../../kernel/ids.ts';
import type { Queryable } from '../../platform/database/database.ts';

export interface EndedAccess {
  name: string;
  isClosed: boolean;
  endedAt: Date;
  /** One of the people of the practice still: at a branch, or on leave. */
  isMember: boolean;
  isOnLeave: boolean;
  returnsOn: string | null;
}

/** What somebody had at a practice or branch and has no more; nothing where they never had any, or have some now. */
export async function findEndedAccess(
  db: Queryable,
  account: AccountId,
  code: string,
): Promise<EndedAccess | undefined> {
  const { rows } = await sql<EndedAccess>`
    SELECT o.name, o.status = 'closed' AS "isClosed", held.ended_at AS "endedAt", m.id IS NOT NULL AS "isMember",
           coalesce(m.state = 'on-leave' AND (m.branch_id IS NULL OR m.branch_id = o.id), FALSE) AS "isOnLeave",
           m.returns_on AS "returnsOn"
      FROM organisation o
      JOIN LATERAL (SELECT max(ended_at) AS ended_at, bool_and(ended_at IS NOT NULL) AS is_over FROM membership
                     WHERE account_id = ${account} AND organisation_id IN (o.id, o.parent_id) AND service <> 'support'
                   ) held ON held.is_over
      LEFT JOIN member m ON m.account_id = ${account} AND m.organisation_id = coalesce(o.parent_id, o.id)
           AND m.state <> 'removed'
     WHERE o.code = ${code}
  `.execute(db);
  return rows[0];
}
