import type { OrganisationId } from '../../kernel/ids.ts';
import type { Queryable } from '../../platform/database/database.ts';
import type { MemberId } from '../members/member.ts';
import type { RoleName } from '../roles/roles.ts';

/** Everybody of a practice whom a role was given, also those who have not accepted or are on leave. */
export async function listInRole(
  db: Queryable,
  practice: OrganisationId,
  { service, role }: RoleName,
): Promise<MemberId[]> {
  const rows = await db
    .selectFrom('member')
    .innerJoin('member_role', 'member_role.member_id', 'member.id')
    .select('member.id')
    .where('member.organisation_id', '=', practice)
    .where('member.state', '<>', 'removed')
    .where('member_role.service', '=', service)
    .where('member_role.role', '=', role)
    .orderBy('member.id')
    .execute();
  return rows.map(({ id }) => id as MemberId);
}
