import { sql } from 'kysely';
import type { OrganisationId } from '../../kernel/ids.ts';
import type { Queryable } from '../../platform/database/database.ts';
import { asMember, selectMembers } from '../members/member.store.ts';
import type { Member } from '../members/member.ts';

/** Everybody who has or was offered access; staff look after the organisation, so all of them at once. */
export const listLiveMembers = async (db: Queryable, practice: OrganisationId): Promise<Member[]> =>
  (
    await selectMembers(db)
      .where('member.organisation_id', '=', practice)
      .where('member.state', '<>', 'removed')
      .orderBy('fullName')
      .orderBy('member.id')
      .execute()
  ).map(asMember);

export interface OpenWork {
  accessRequests: number;
  mainContactRequests: { id: string; reference: string; fullName: string }[];
  /** Somebody has to name who takes over, or to say that nobody does. */
  isSuccessorWanted: boolean;
}

export async function findOpenWork(db: Queryable, practice: OrganisationId): Promise<OpenWork> {
  const { rows } = await sql<Omit<OpenWork, 'mainContactRequests'>>`
    SELECT (SELECT count(*) FROM access_request r WHERE r.organisation_id = ${practice} AND r.state = 'waiting') AS "accessRequests",
           EXISTS (SELECT FROM staff_task t WHERE t.kind = 'successor-needed' AND t.record_id = ${practice}
                      AND t.done_at IS NULL) AS "isSuccessorWanted"
  `.execute(db);
  const mainContactRequests = await db
    .selectFrom('main_contact_request')
    .select(['id', 'reference', 'full_name as fullName'])
    .where('organisation_id', '=', practice)
    .where('state', '=', 'waiting')
    .orderBy('created_at')
    .execute();
  const { accessRequests = 0, isSuccessorWanted = false } = rows[0] ?? {};
  return { accessRequests, isSuccessorWanted, mainContactRequests };
}

/** The names of these branches, by id. */
export async function listBranchNames(
  db: Queryable,
  branches: readonly OrganisationId[],
): Promise<Map<string, string>> {
  if (branches.length === 0) return new Map();
  const rows = await db
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('id', 'in', branches)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
