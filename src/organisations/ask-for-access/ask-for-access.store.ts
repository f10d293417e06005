import { sql } from 'kysely';
import type { AccountId, OrganisationId } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/words.ts';
import type { Queryable } from '../../platform/database/database.ts';

export interface Decider {
  accountId: AccountId;
  fullName: string;
  email: string;
  language: Language | null;
}

/** The people who look after those of a practice, or of this branch of it, the main contact first. */
export async function listDeciders(
  db: Queryable,
  practice: OrganisationId,
  branch: OrganisationId | null,
): Promise<Decider[]> {
  const { rows } = await sql<Decider>`
    SELECT a.id AS "accountId", a.full_name AS "fullName", e.typed AS email, a.preferred_language AS language
      FROM account a JOIN account_email e ON e.account_id = a.id AND e.state = 'current'
      JOIN (SELECT account_id, bool_or(role = 'main-contact') AS is_main_contact, min(since) AS since
              FROM membership
             WHERE organisation_id IN (${practice}, ${branch ?? practice}) AND ended_at IS NULL
               AND service = 'portal' AND role IN ('main-contact', 'deputy')
             GROUP BY account_id) held ON held.account_id = a.id
     WHERE a.state = 'active'
     ORDER BY held.is_main_contact DESC, held.since, a.id
  `.execute(db);
  return rows;
}
