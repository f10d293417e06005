import type { OrganisationId } from '../kernel/ids.ts';
import type { Queryable } from '../platform/database/database.ts';
import type { Organisation } from './organisation.ts';

/** Everything that came from a register; the operator's own organisation never did. */
export const selectOrganisations = (db: Queryable) =>
  db
    .selectFrom('organisation')
    .select([
      'id',
      'code',
      'kind',
      'name',
      'address_lines',
      'postcode',
      'phone',
      'status',
      'prescribing_setting',
      'closed_on',
      'parent_code',
      'registered_at',
    ])
    .where('kind', '<>', 'operator');

type OrganisationRow = Awaited<ReturnType<ReturnType<typeof selectOrganisations>['executeTakeFirstOrThrow']>>;

export const asOrganisation = (row: OrganisationRow): Organisation => ({
  id: row.id as OrganisationId,
  code: row.code ?? '',
  kind: row.kind === 'branch' ? 'branch' : 'practice',
  name: row.name,
  addressLines: row.address_lines,
  postcode: row.postcode ?? undefined,
  phone: row.phone ?? undefined,
  status: row.status,
  prescribingSetting: row.prescribing_setting ?? undefined,
  closedOn: row.closed_on ?? undefined,
  parentCode: row.parent_code ?? undefined,
  registeredAt: row.registered_at ?? undefined,
});

export async function findByCode(db: Queryable, code: string): Promise<Organisation | undefined> {
  const row = await selectOrganisations(db).where('code', '=', code).executeTakeFirst();
  return row && asOrganisation(row);
}

export async function findById(db: Queryable, id: string): Promise<Organisation | undefined> {
  const row = await selectOrganisations(db).where('id', '=', id).executeTakeFirst();
  return row && asOrganisation(row);
}
