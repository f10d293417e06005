import type { OrganisationId } from '../../kernel/ids.ts';
import type { Queryable } from '../../platform/database/database.ts';

export interface OpenBranch {
  id: OrganisationId;
  code: string;
  name: string;
}

/** The branches of a practice that are open on a day, by name. */
export const listOpenBranches = (
  db: Queryable,
  practice: OrganisationId,
  today: string,
): Promise<OpenBranch[]> =>
  db
    .selectFrom('organisation')
    .select(['id', 'code', 'name'])
    .where('parent_id', '=', practice)
    .where('kind', '=', 'branch')
    .where('status', '<>', 'closed')
    .where((eb) => eb.or([eb('closed_on', 'is', null), eb('closed_on', '>', today)]))
    .orderBy('name')
    .orderBy('code')
    .$castTo<OpenBranch>()
    .execute();
