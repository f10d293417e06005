import type { OrganisationId } from '../../kernel/ids.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';
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
      'parent_id',
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
  parentId: (row.parent_id ?? undefined) as OrganisationId | undefined,
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

/**
 * Holds a practice and all its people against a second change at the same time: whoever changes any of them takes it
 * first, after the accounts concerned (lowest id first), so that limits and the last administrator are never passed by two at once.
 */
export const holdOrganisation = (tx: Tx, practice: OrganisationId) =>
  tx
    .selectFrom('organisation')
    .select('id')
    .where('id', '=', practice)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
