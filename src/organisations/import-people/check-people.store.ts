import type { OrganisationId } from '../../kernel/ids.ts';
import type { Queryable } from '../../platform/database/database.ts';
import { asOrganisation, selectOrganisations } from '../organisation.store.ts';

export const listBranches = async (db: Queryable, practice: OrganisationId) =>
  (await selectOrganisations(db).where('parent_id', '=', practice).orderBy('code').execute()).map(
    asOrganisation,
  );

/** The addresses of everybody who belongs to a practice or was invited to it. */
export async function listAddresses(db: Queryable, practice: OrganisationId): Promise<Set<string>> {
  const rows = await db
    .selectFrom('member')
    .select('email_canonical')
    .where('organisation_id', '=', practice)
    .where('state', '<>', 'removed')
    .execute();
  return new Set(rows.map((row) => row.email_canonical));
}
