import type { OrganisationId } from '../../kernel/ids.ts';
import type { Queryable } from '../../platform/database/database.ts';

/** The branches of a practice, by name; those that come with a register are there by themselves. */
export const listBranches = (db: Queryable, practice: OrganisationId) =>
  db
    .selectFrom('organisation')
    .select(['code', 'name'])
    .where('parent_id', '=', practice)
    .where('code', 'is not', null)
    .orderBy('name')
    .orderBy('code')
    .$castTo<{ code: string; name: string }>()
    .execute();
