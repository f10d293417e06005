import type { OrganisationId } from '../../kernel/ids.ts';
import type { Queryable } from '../../platform/database/database.ts';
import type { MemberId } from '../members/member.ts';
import { asOrganisation, selectOrganisations } from '../places/organisation.store.ts';

export const listBranches = async (db: Queryable, practice: OrganisationId) =>
  (await selectOrganisations(db).where('parent_id', '=', practice).orderBy('code').execute()).map(
    asOrganisation,
  );

/** Everybody who belongs to a practice or was invited to it, by their address. */
export async function listAddresses(db: Queryable, practice: OrganisationId): Promise<Map<string, MemberId>> {
  const rows = await db
    .selectFrom('member')
    .select(['email_canonical as email', 'id'])
    .where('organisation_id', '=', practice)
    .where('state', '<>', 'removed')
    .execute();
  return new Map(rows.map(({ email, id }) => [email, id as MemberId]));
}
