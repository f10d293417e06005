import { sql } from 'kysely';
import type { AccountId, OrganisationId } from '../../kernel/ids.ts';
import type { Queryable } from '../../platform/database/database.ts';
import type { RoleName } from '../roles/roles.ts';

export interface OrganisationOf {
  id: OrganisationId;
  organisation: string;
  isMember: boolean;
  canReopen: boolean;
  administrators: string[];
  colleagues: { name: string; roles: RoleName[] }[];
}

/** The practices that somebody is or was a member of, once each, with who can log in and help there at this moment. */
export async function listOrganisationsOf(db: Queryable, account: AccountId): Promise<OrganisationOf[]> {
  const { rows } = await sql<OrganisationOf>`
    SELECT o.id, o.name AS organisation, m.state <> 'removed' AS "isMember",
           a.state = 'deactivated' AND a.deactivated_because IS NOT DISTINCT FROM 'unused' AS "canReopen",
           ${administrators} AS administrators, ${colleagues} AS colleagues
      FROM (SELECT DISTINCT ON (organisation_id) * FROM member
             WHERE account_id = ${account} AND (state <> 'removed' OR accepted_at IS NOT NULL)
             ORDER BY organisation_id, state = 'removed', ended_at DESC) m
      JOIN organisation o ON o.id = m.organisation_id AND o.registered_at IS NOT NULL
      JOIN account a ON a.id = m.account_id
     ORDER BY o.name, o.id
  `.execute(db);
  return rows;
}

/** By name, those who look after the people of a practice that somebody is or was a member of. */
export const listAdministratorsFor = async (
  db: Queryable,
  account: AccountId,
  practice: OrganisationId,
): Promise<readonly string[]> =>
  (await listOrganisationsOf(db, account)).find(({ id }) => id === practice)?.administrators ?? [];

/** The main contact first, then the deputies; those of the branch where somebody is limited to one. */
const administrators = sql`
  coalesce((SELECT json_agg(c.full_name ORDER BY h.is_main_contact DESC, c.full_name)
              FROM (SELECT account_id, bool_or(role = 'main-contact') AS is_main_contact FROM membership
                     WHERE organisation_id IN (m.organisation_id, m.branch_id) AND ended_at IS NULL
                       AND service = 'portal' AND role IN ('main-contact', 'deputy')
                     GROUP BY account_id) h
              JOIN account c ON c.id = h.account_id AND c.state = 'active'
             WHERE c.id <> m.account_id), '[]')`;

/** Whoever holds a role of theirs where they hold it, or for the whole practice: main contact and deputies first. */
const colleagues = sql`
  coalesce((SELECT json_agg(json_build_object('name', shared.full_name, 'roles', shared.roles)
                            ORDER BY shared.rank, shared.full_name, shared.id)
              FROM (SELECT c.id, c.full_name, json_agg(json_build_object('service', r.service, 'role', r.role)
                                                       ORDER BY r.service, r.role) AS roles,
                           (SELECT coalesce(min(CASE p.role WHEN 'main-contact' THEN 1 ELSE 2 END), 3) FROM membership p
                             WHERE p.account_id = c.id AND p.organisation_id IN (m.organisation_id, m.branch_id)
                               AND p.ended_at IS NULL AND p.service = 'portal' AND p.role IN ('main-contact', 'deputy')) AS rank
                      FROM member_role r
                      JOIN membership h ON h.service = r.service AND h.role = r.role AND h.ended_at IS NULL
                           AND h.organisation_id IN (m.organisation_id, m.branch_id) AND h.account_id <> m.account_id
                      JOIN account c ON c.id = h.account_id AND c.state = 'active'
                     WHERE r.member_id = m.id AND m.state <> 'removed'
                       AND NOT (r.service = 'portal' AND r.role IN ('main-contact', 'deputy'))
                     GROUP BY c.id, c.full_name) shared), '[]')`;
