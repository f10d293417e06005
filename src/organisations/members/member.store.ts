import { sql } from 'kysely';
import type { AccountId, OrganisationId } from '../../kernel/ids.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import type { RoleName } from '../roles/roles.ts';
import type { EndedBecause, Member, MemberId, MemberState } from './member.ts';

/**
 * Members with their roles; who accepted is shown with the name and address of their account. Who was removed stays as
 * they were then: what they are called or where they work later is not the organisation's business.
 */
export const selectMembers = (db: Queryable) =>
  db
    .selectFrom('member')
    .leftJoin('account', (join) =>
      join.onRef('account.id', '=', 'member.account_id').on('member.state', '<>', 'removed'),
    )
    .leftJoin('account_email', (join) =>
      join.onRef('account_email.account_id', '=', 'account.id').on('account_email.state', '=', 'current'),
    )
    .select([
      'member.id',
      'member.organisation_id as organisationId',
      'member.branch_id as branchId',
      'member.account_id as accountId',
      'member.state',
      sql<string>`coalesce(account.full_name, member.full_name)`.as('fullName'),
      sql<string>`coalesce(account_email.typed, member.email_typed)`.as('email'),
      'member.email_canonical as emailCanonical',
      'member.job_title as jobTitle',
      'member.phone',
      'member.starts_on as startsOn',
      'member.ends_on as endsOn',
      'member.returns_on as returnsOn',
      'member.created_at as createdAt',
      'member.created_by as createdBy',
      'member.accepted_at as acceptedAt',
      'member.last_used_at as lastUsedAt',
      'member.ended_at as endedAt',
      'member.ended_by as endedBy',
      'member.ended_because as endedBecause',
      'member.ended_note as endedNote',
      'member.undo_until as undoUntil',
      sql<
        RoleName[]
      >`coalesce((SELECT json_agg(json_build_object('service', r.service, 'role', r.role) ORDER BY r.service, r.role)
                                  FROM member_role r WHERE r.member_id = member.id), '[]')`.as('roles'),
    ]);

type MemberRow = Awaited<ReturnType<ReturnType<typeof selectMembers>['executeTakeFirstOrThrow']>>;

export const asMember = (row: MemberRow): Member => ({
  id: row.id as MemberId,
  organisationId: row.organisationId as OrganisationId,
  branchId: (row.branchId ?? undefined) as OrganisationId | undefined,
  accountId: (row.accountId ?? undefined) as AccountId | undefined,
  state: row.state as MemberState,
  fullName: row.fullName,
  email: row.email,
  emailCanonical: row.emailCanonical,
  jobTitle: row.jobTitle ?? undefined,
  phone: row.phone ?? undefined,
  startsOn: row.startsOn ?? undefined,
  endsOn: row.endsOn ?? undefined,
  returnsOn: row.returnsOn ?? undefined,
  createdAt: row.createdAt,
  createdBy: (row.createdBy ?? undefined) as AccountId | undefined,
  acceptedAt: row.acceptedAt ?? undefined,
  lastUsedAt: row.lastUsedAt ?? undefined,
  ended: row.endedAt
    ? {
        at: row.endedAt,
        by: (row.endedBy ?? undefined) as AccountId | undefined,
        because: row.endedBecause as EndedBecause,
        note: row.endedNote ?? undefined,
        undoUntil: row.undoUntil ?? undefined,
      }
    : undefined,
  roles: row.roles,
});

/** A member of this practice; one of another is not found. */
export async function findMember(
  db: Queryable,
  practice: OrganisationId,
  id: MemberId,
): Promise<Member | undefined> {
  const row = await selectMembers(db)
    .where('member.id', '=', id)
    .where('member.organisation_id', '=', practice)
    .executeTakeFirst();
  return row && asMember(row);
}

/** Whoever is or was asked to be a member by this address, or is one by this account, and was not removed. */
export async function findLiveMember(
  db: Queryable,
  practice: OrganisationId,
  who: { accountId: AccountId } | { emailCanonical: string },
): Promise<Member | undefined> {
  const row = await selectMembers(db)
    .where('member.organisation_id', '=', practice)
    .where('member.state', '<>', 'removed')
    .where(
      'accountId' in who ? 'member.account_id' : 'member.email_canonical',
      '=',
      'accountId' in who ? who.accountId : who.emailCanonical,
    )
    .executeTakeFirst();
  return row && asMember(row);
}

export interface NewMember {
  id: MemberId;
  organisationId: OrganisationId;
  branchId: OrganisationId | null;
  accountId: AccountId | null;
  state: 'invited' | 'active';
  fullName: string;
  email: { typed: string; canonical: string };
  jobTitle: string | null;
  phone: { typed: string; dialled: string | null } | null;
  startsOn: string | null;
  endsOn: string | null;
  createdBy: AccountId | null;
  now: Date;
}

/** False when the address, or the account, is a member already. */
export async function addMember(tx: Tx, member: NewMember): Promise<boolean> {
  const added = await tx
    .insertInto('member')
    .values({
      id: member.id,
      organisation_id: member.organisationId,
      branch_id: member.branchId,
      account_id: member.accountId,
      state: member.state,
      full_name: member.fullName,
      email_typed: member.email.typed,
      email_canonical: member.email.canonical,
      job_title: member.jobTitle,
      phone: member.phone?.typed ?? null,
      phone_dialled: member.phone?.dialled ?? null,
      starts_on: member.startsOn,
      ends_on: member.endsOn,
      created_at: member.now,
      created_by: member.createdBy,
      accepted_at: member.state === 'active' ? member.now : null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

export const giveRoleRow = (
  tx: Tx,
  member: MemberId,
  { service, role }: RoleName,
  by: AccountId | null,
  now: Date,
) =>
  tx
    .insertInto('member_role')
    .values({ member_id: member, service, role, given_by: by, given_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();

export const takeRoleRow = (tx: Tx, member: MemberId, { service, role }: RoleName) =>
  tx
    .deleteFrom('member_role')
    .where('member_id', '=', member)
    .where('service', '=', service)
    .where('role', '=', role)
    .execute();

/** How many people of a practice have a role, or will once they accept or are back, apart from one. */
export async function countInRole(
  db: Queryable,
  practice: OrganisationId,
  { service, role }: RoleName,
  except: MemberId | null,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM member m JOIN member_role r ON r.member_id = m.id
     WHERE m.organisation_id = ${practice} AND m.state <> 'removed' AND m.id IS DISTINCT FROM ${except}::uuid
       AND r.service = ${service} AND r.role = ${role}
  `.execute(db);
  return rows[0]?.count ?? 0;
}

/** How many can look after the people of a practice at this moment: active, begun, and able to log in; apart from one. */
export async function countAdministrators(
  db: Queryable,
  practice: OrganisationId,
  except: MemberId | null,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(DISTINCT m.id) AS count
      FROM member m
      JOIN account a ON a.id = m.account_id AND a.state IN ('active', 'invited')
      JOIN membership held ON held.account_id = a.id AND held.organisation_id = m.organisation_id
           AND held.ended_at IS NULL AND held.service = 'portal' AND held.role IN ('main-contact', 'deputy')
     WHERE m.organisation_id = ${practice} AND m.state = 'active' AND m.id IS DISTINCT FROM ${except}::uuid
  `.execute(db);
  return rows[0]?.count ?? 0;
}
