import { sql } from 'kysely';
import type { AccountId, OrganisationId } from '../../kernel/ids.ts';
import type { Queryable } from '../../platform/database/database.ts';

/**
 * Somebody acts for an organisation. It is a note and no more: a row that somebody changes at this moment is left alone,
 * so that it waits for nobody, and the next request writes it.
 */
export const noteUse =
  (db: Queryable) =>
  async ({ account, organisation, now }: OrganisationUse): Promise<void> => {
    await sql`
    WITH noted AS (
      UPDATE member SET last_used_at = ${now}
       WHERE id IN (SELECT id FROM member
                     WHERE account_id = ${account} AND state = 'active'
                       AND (organisation_id = ${organisation} OR branch_id = ${organisation})
                       FOR NO KEY UPDATE SKIP LOCKED))
    UPDATE membership SET used_at = ${now}
     WHERE id IN (SELECT id FROM membership
                   WHERE account_id = ${account} AND organisation_id = ${organisation} AND ended_at IS NULL
                     FOR NO KEY UPDATE SKIP LOCKED)
  `.execute(db);
  };

interface OrganisationUse {
  account: AccountId;
  organisation: OrganisationId;
  now: Date;
}
