import { sql } from 'kysely';
import type { AccountId, OrganisationId } from '../../kernel/ids.ts';
import type { Queryable } from '../../platform/database/database.ts';
import { mayObject } from '../administrators/main-contact-requests.store.ts';

export interface HomeFacts {
  invited: number;
  active: number;
  onLeave: number;
  requests: number;
  leavers: number;
  /** Who asks to become main contact here, but this person themselves. */
  wouldBeMainContacts: { id: string; name: string }[];
  reviewIsOpen: boolean;
  /** Somebody offers this person the role of main contact. */
  handoverIsOffered: boolean;
  /** Invitations to organisations that wait for this person's answer, wherever. */
  invitations: number;
}

interface Looking {
  practice: OrganisationId;
  branch: OrganisationId | undefined;
  /** The one branch about whose people they decide, where that is not the whole practice. */
  decidesOnlyAt: OrganisationId | undefined;
  account: AccountId;
  now: Date;
}

/**
 * Everything that stands on an organisation's first page, in one look; what is shown of it is for the policies. Counted is
 * what the lists it leads to hold: nobody learns that they are said to have left.
 */
export async function readHomeFacts(
  db: Queryable,
  { practice, account, now, ...places }: Looking,
): Promise<HomeFacts> {
  const [branch, decidesOnlyAt] = [places.branch ?? null, places.decidesOnlyAt ?? null];
  const here = sql`m.organisation_id = ${practice} AND (${branch}::uuid IS NULL OR m.branch_id = ${branch} OR m.branch_id IS NULL)`;
  const { rows } = await sql<HomeFacts>`
    SELECT count(*) FILTER (WHERE m.state = 'invited') AS invited,
           count(*) FILTER (WHERE m.state = 'active') AS active,
           count(*) FILTER (WHERE m.state = 'on-leave') AS "onLeave",
           (SELECT count(*) FROM access_request r WHERE r.organisation_id = ${practice} AND r.state = 'waiting'
               AND (${branch}::uuid IS NULL OR r.branch_id = ${branch})) AS requests,
           (SELECT count(*) FROM leaver_report l LEFT JOIN member b ON b.id = l.member_id
             WHERE l.organisation_id = ${practice} AND l.resolved_at IS NULL AND b.account_id IS DISTINCT FROM ${account}
               AND (${decidesOnlyAt}::uuid IS NULL OR b.branch_id = ${decidesOnlyAt})) AS leavers,
           (SELECT coalesce(json_agg(json_build_object('id', g.id, 'name', g.full_name) ORDER BY g.created_at, g.id), '[]')
              FROM (${mayObject([practice], account)}) g) AS "wouldBeMainContacts",
           EXISTS (SELECT FROM access_review v WHERE v.organisation_id = ${practice} AND v.finished_at IS NULL) AS "reviewIsOpen",
           EXISTS (SELECT FROM handover h JOIN member t ON t.id = h.to_member
                    WHERE h.organisation_id = ${practice} AND h.state = 'offered' AND h.expires_at > ${now}
                      AND t.account_id = ${account}) AS "handoverIsOffered",
           (SELECT count(*) FROM account_email e
              JOIN member i ON i.email_canonical = e.canonical AND i.state = 'invited'
              JOIN invitation n ON n.member_id = i.id AND n.ended_at IS NULL AND n.sent_at IS NOT NULL AND n.expires_at > ${now}
             WHERE e.account_id = ${account} AND e.state = 'current') AS invitations
      FROM member m WHERE ${here}
  `.execute(db);
  const [facts] = rows;
  if (!facts) throw new Error('an aggregate without a row');
  return facts;
}
