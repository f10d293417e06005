import type { OrganisationId } from '../../kernel/ids.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import type { MemberId } from '../members/member.ts';

export interface DetailsToKeep {
  jobTitle: string | null;
  phone: { typed: string; dialled: string | null } | null;
  branchId: OrganisationId | null;
  startsOn: string | null;
  endsOn: string | null;
  /** A new end date is told of again. */
  isEndNew: boolean;
}

export const keepDetails = (tx: Tx, member: MemberId, details: DetailsToKeep) =>
  tx
    .updateTable('member')
    .set({
      job_title: details.jobTitle,
      phone: details.phone?.typed ?? null,
      phone_dialled: details.phone?.dialled ?? null,
      branch_id: details.branchId,
      starts_on: details.startsOn,
      ends_on: details.endsOn,
      ...(details.isEndNew && { end_notice_at: null }),
    })
    .where('id', '=', member)
    .execute();

export interface Branch {
  id: OrganisationId;
  code: string;
  name: string;
}

export const listBranches = (db: Queryable, practice: OrganisationId) =>
  db
    .selectFrom('organisation')
    .select(['id', 'code', 'name'])
    .where('parent_id', '=', practice)
    .orderBy('name')
    .orderBy('code')
    .$castTo<Branch>()
    .execute();
