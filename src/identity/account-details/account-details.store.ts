import { sql } from 'kysely';
import type { AccountId } from '../../kernel/ids.ts';
import type { Queryable } from '../../platform/database/database.ts';

export interface AccountDetails {
  email: string;
  pendingEmail: string | null;
  username: string | null;
  passwordSetAt: Date | null;
  /** Addresses that can take a change back, oldest first. */
  stoppers: { email: string; until: Date }[];
}

type Row = Omit<AccountDetails, 'stoppers'> & { stoppers: { email: string; until: string }[] };

export async function findAccountDetails(
  db: Queryable,
  account: AccountId,
  now: Date,
): Promise<AccountDetails | undefined> {
  const { rows } = await sql<Row>`
    SELECT e.typed AS email, u.typed AS username, p.set_at AS "passwordSetAt",
           (SELECT typed FROM account_email WHERE account_id = e.account_id AND state = 'pending') AS "pendingEmail",
           coalesce((SELECT json_agg(json_build_object('email', typed, 'until', revocable_until) ORDER BY revocable_until)
                       FROM account_email WHERE account_id = e.account_id AND revocable_until > ${now}), '[]') AS stoppers
      FROM account_email e
      LEFT JOIN login_name u ON u.account_id = e.account_id AND u.kind = 'username' AND u.retired_at IS NULL
      LEFT JOIN password p ON p.account_id = e.account_id AND p.realm = 'portal'
     WHERE e.account_id = ${account} AND e.state = 'current'
  `.execute(db);
  const [row] = rows;
  const dated = row?.stoppers.map(({ email, until }) => ({ email, until: new Date(until) }));
  return row && { ...row, stoppers: dated ?? [] };
}
