import { sql } from 'kysely';
import type { AccountState } from '../../../identity/index.ts';
import type { AccountId } from '../../../kernel/ids.ts';
import type { Queryable } from '../../../platform/database/database.ts';

export interface AccountOfTheDead {
  /** `support`: they have no other than the one they follow their tickets with. */
  home: 'portal' | 'support';
  id: AccountId;
  name: string;
  email: string;
  state: AccountState;
  mailStoppedAt: Date | null;
}

/** The account of the portal with this address, else the one that follows its tickets. */
export const findAccountOfTheDead = async (
  db: Queryable,
  canonical: string,
): Promise<AccountOfTheDead | undefined> => {
  const { rows } = await sql<AccountOfTheDead>`
    SELECT a.id, a.home, a.full_name AS name, e.typed AS email, a.state, a.mail_stopped_at AS "mailStoppedAt"
      FROM (SELECT account_id, typed FROM account_email WHERE canonical = ${canonical} AND state = 'current'
            UNION ALL SELECT account_id, typed FROM support_address WHERE canonical = ${canonical}) e
      JOIN account a ON a.id = e.account_id
     ORDER BY a.home = 'support' LIMIT 1`.execute(db);
  return rows[0];
};
