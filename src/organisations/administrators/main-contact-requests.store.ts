import { sql } from 'kysely';
import type { AccountId } from '../../kernel/ids.ts';

/**
 * The requests for a new main contact of these practices that wait and about which somebody has said nothing yet; not
 * their own, of which they are no judge.
 */
export const mayObject = (practices: readonly string[], account: AccountId) => sql`
  SELECT r.id, r.organisation_id, r.full_name, r.created_at
    FROM main_contact_request r
   WHERE r.state = 'waiting' AND r.organisation_id = ANY (${practices}::uuid[])
     AND r.objected_by IS DISTINCT FROM ${account}
     AND NOT EXISTS (SELECT FROM account_email e WHERE e.account_id = ${account} AND e.state = 'current'
                        AND e.canonical = r.email_canonical)`;
