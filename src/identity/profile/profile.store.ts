import { sql } from 'kysely';
import type { AccountId } from '../../kernel/ids.ts';
import type { Queryable } from '../../platform/database/database.ts';

export interface Access {
  organisation: string;
  code: string | null;
  role: string;
  since: Date;
}

export interface Profile {
  fullName: string;
  email: string;
  /** Where the person may act now, in the order they came. */
  access: Access[];
}

/** One question, because this is the page people see first, and most. */
export async function findProfile(db: Queryable, account: AccountId): Promise<Profile | undefined> {
  const { rows } = await sql<{
    fullName: string;
    email: string;
    access: (Omit<Access, 'since'> & { since: string })[];
  }>`
    SELECT a.full_name AS "fullName", e.typed AS email,
           coalesce((SELECT json_agg(json_build_object('organisation', o.name, 'code', o.code, 'role', m.role, 'since', m.since)
                                     ORDER BY m.since)
                       FROM membership m JOIN organisation o ON o.id = m.organisation_id
                      WHERE m.account_id = a.id AND m.ended_at IS NULL), '[]') AS access
      FROM account a JOIN account_email e ON e.account_id = a.id AND e.state = 'current'
     WHERE a.id = ${account}
  `.execute(db);
  const [row] = rows;
  return row && { ...row, access: row.access.map((held) => ({ ...held, since: new Date(held.since) })) };
}
