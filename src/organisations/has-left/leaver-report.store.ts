import { sql } from 'kysely';
import type { AccountId, Id, OrganisationId } from '../../kernel/ids.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import type { MemberId } from '../members/member.ts';

export type LeaverReportId = Id<'leaver-report'>;
export const resolutions = ['removed', 'still-here', 'not-known'] as const;
export type Resolution = (typeof resolutions)[number];

export interface NewLeaverReport {
  id: LeaverReportId;
  organisationId: OrganisationId;
  memberId: MemberId | null;
  /** Who has left, where they were not chosen from a list. */
  leaverName: string | null;
  isOwn: boolean;
  saidBy: AccountId | null;
  saidByName: string | null;
  note: string;
  now: Date;
}

/** False when the same was said before and nobody has looked at it yet. */
export const addLeaverReport = async (tx: Tx, report: NewLeaverReport): Promise<boolean> =>
  (await tx
    .insertInto('leaver_report')
    .values({
      id: report.id,
      organisation_id: report.organisationId,
      member_id: report.memberId,
      leaver_name: report.leaverName,
      is_own: report.isOwn,
      said_by: report.saidBy,
      said_by_name: report.saidByName,
      note: report.note,
      created_at: report.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()) !== undefined;

export interface LeaverReport {
  id: LeaverReportId;
  memberId: MemberId | null;
  leaverName: string;
  isOwn: boolean;
  /** Whoever said so: a colleague, or what somebody who was not logged in wrote. */
  saidBy: string | null;
  isFromOutside: boolean;
  note: string;
  createdAt: Date;
}

interface OpenReports {
  exceptAbout: AccountId;
  /** About people limited to this branch alone, for whoever decides nothing but there. */
  branch: OrganisationId | undefined;
  id?: string | undefined;
}

/** What nobody has looked at yet, oldest first; nobody decides about a word that they have left themselves. */
export async function listOpenReports(
  db: Queryable,
  practice: OrganisationId,
  { exceptAbout, branch, id }: OpenReports,
): Promise<LeaverReport[]> {
  const { rows } = await sql<LeaverReport>`
    SELECT r.id, r.member_id AS "memberId", coalesce(a.full_name, m.full_name, r.leaver_name) AS "leaverName",
           r.is_own AS "isOwn", coalesce(s.full_name, r.said_by_name) AS "saidBy",
           (r.said_by IS NULL) AS "isFromOutside", r.note, r.created_at AS "createdAt"
      FROM leaver_report r
      LEFT JOIN member m ON m.id = r.member_id
      LEFT JOIN account a ON a.id = m.account_id
      LEFT JOIN account s ON s.id = r.said_by
     WHERE r.organisation_id = ${practice} AND r.resolved_at IS NULL
       AND m.account_id IS DISTINCT FROM ${exceptAbout} AND (${branch ?? null}::uuid IS NULL OR m.branch_id = ${branch ?? null})
       AND (${id ?? null}::uuid IS NULL OR r.id = ${id ?? null})
     ORDER BY r.created_at LIMIT 200
  `.execute(db);
  return rows;
}

/** False when somebody was quicker. */
export const resolveReport = async (
  tx: Tx,
  id: LeaverReportId,
  { resolution, by, now }: { resolution: Resolution; by: AccountId; now: Date },
): Promise<boolean> =>
  (await tx
    .updateTable('leaver_report')
    .set({ resolution, resolved_by: by, resolved_at: now })
    .where('id', '=', id)
    .where('resolved_at', 'is', null)
    .returning('id')
    .executeTakeFirst()) !== undefined;
