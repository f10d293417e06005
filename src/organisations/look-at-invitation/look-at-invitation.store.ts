import { sql } from 'kysely';
import type { AccountId, OrganisationId } from '../../kernel/ids.ts';
import type { Queryable } from '../../platform/database/database.ts';
import type { MemberId } from '../members/member.ts';
import type { RoleName } from '../roles/roles.ts';

export interface UnknownInvitation {
  memberId: MemberId;
  practiceId: OrganisationId;
  organisation: string;
  code: string;
  fullName: string;
  email: string;
  roles: RoleName[];
  invitedBy: AccountId | null;
  inviter: string | null;
  invitedAt: Date;
  refusedAt: Date;
  /** By the same person, anywhere. */
  others: number;
  doneAt: Date | null;
  doneBy: string | null;
}

export async function findUnknownInvitation(
  db: Queryable,
  member: string,
): Promise<UnknownInvitation | undefined> {
  const { rows } = await sql<UnknownInvitation>`
    SELECT m.id AS "memberId", m.organisation_id AS "practiceId", o.name AS organisation, o.code, m.full_name AS "fullName",
           m.email_typed AS email, m.created_by AS "invitedBy", inviter.full_name AS inviter, m.created_at AS "invitedAt",
           m.ended_at AS "refusedAt", t.done_at AS "doneAt", doer.full_name AS "doneBy",
           (SELECT count(*) FROM member x WHERE x.created_by = m.created_by AND x.id <> m.id
               AND x.ended_because = 'invitation-not-me') AS others,
           (SELECT coalesce(json_agg(json_build_object('service', r.service, 'role', r.role)), '[]')
              FROM member_role r WHERE r.member_id = m.id) AS roles
      FROM member m
      JOIN organisation o ON o.id = m.organisation_id
      JOIN staff_task t ON t.record_id = m.id AND t.kind = 'invitation-not-me'
      LEFT JOIN account inviter ON inviter.id = m.created_by
      LEFT JOIN account doer ON doer.id = t.done_by
     WHERE m.id = ${member} AND m.ended_because = 'invitation-not-me'
  `.execute(db);
  return rows[0];
}
