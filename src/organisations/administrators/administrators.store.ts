import { sql } from 'kysely';
import type { AccountId, OrganisationId } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/words.ts';
import type { Queryable } from '../../platform/database/database.ts';
import type { MemberId } from '../members/member.ts';

export interface Administrator {
  memberId: MemberId;
  accountId: AccountId;
  fullName: string;
  email: string;
  language: Language | null;
  role: 'main-contact' | 'deputy';
}

/** Who looks after the people of a practice now and can log in: its main contact first, then the deputies. */
export async function listAdministrators(db: Queryable, practice: OrganisationId): Promise<Administrator[]> {
  const { rows } = await sql<Administrator>`
    SELECT m.id AS "memberId", a.id AS "accountId", a.full_name AS "fullName", e.typed AS email,
           a.preferred_language AS language,
           CASE WHEN bool_or(held.role = 'main-contact') THEN 'main-contact' ELSE 'deputy' END AS role
      FROM member m
      JOIN account a ON a.id = m.account_id AND a.state = 'active'
      JOIN account_email e ON e.account_id = a.id AND e.state = 'current'
      JOIN membership held ON held.account_id = a.id AND held.organisation_id = m.organisation_id
           AND held.ended_at IS NULL AND held.service = 'portal' AND held.role IN ('main-contact', 'deputy')
     WHERE m.organisation_id = ${practice} AND m.state = 'active'
     GROUP BY m.id, a.id, e.typed
     ORDER BY bool_or(held.role = 'main-contact') DESC, m.id
  `.execute(db);
  return rows;
}
