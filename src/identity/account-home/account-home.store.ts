import { sql } from 'kysely';
import type { AccountId } from '../../kernel/ids.ts';
import type { Queryable } from '../../platform/database/database.ts';

export interface Access {
  organisation: string;
  code: string | null;
  service: string;
  role: string;
  since: Date;
}

export interface AccountHome {
  fullName: string;
  email: string;
  /** An address that waits to be confirmed. */
  pendingEmail: string | null;
  /** Until when the address from before can stop the last change of it. */
  stoppableUntil: Date | null;
  /** How many ways to get security codes, or passkeys, stand beside the password. */
  factors: number;
  /** Where the person may act now, in the order they came. */
  access: Access[];
}

interface Row extends Omit<AccountHome, 'access'> {
  access: (Omit<Access, 'since'> & { since: string })[];
}

/** One question, because this is the page people see first, and most. */
export async function findAccountHome(
  db: Queryable,
  account: AccountId,
  now: Date,
): Promise<AccountHome | undefined> {
  const { rows } = await sql<Row>`
    SELECT a.full_name AS "fullName", e.typed AS email, other."pendingEmail", other."stoppableUntil",
           (SELECT count(*)::int FROM factor f
             WHERE f.account_id = a.id AND f.realm = 'portal' AND f.removed_at IS NULL) AS factors,
           coalesce((SELECT json_agg(json_build_object('organisation', o.name, 'code', o.code, 'service', m.service, 'role', m.role, 'since', m.since)
                                     ORDER BY m.since)
                       FROM membership m JOIN organisation o ON o.id = m.organisation_id
                      WHERE m.account_id = a.id AND m.ended_at IS NULL), '[]') AS access
      FROM account a JOIN account_email e ON e.account_id = a.id AND e.state = 'current',
           LATERAL (SELECT max(typed) FILTER (WHERE state = 'pending') AS "pendingEmail",
                           max(revocable_until) FILTER (WHERE revocable_until > ${now}) AS "stoppableUntil"
                      FROM account_email WHERE account_id = a.id) other
     WHERE a.id = ${account}
  `.execute(db);
  const [row] = rows;
  return row && { ...row, access: row.access.map((held) => ({ ...held, since: new Date(held.since) })) };
}
