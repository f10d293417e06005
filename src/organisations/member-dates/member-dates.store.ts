import { sql } from 'kysely';
import type { AccountId, OrganisationId } from '../../kernel/ids.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import type { MemberId } from '../members/member.ts';

/** Somebody for whom a day has come, to be held and looked at again. */
export interface DueMember {
  id: MemberId;
  organisationId: OrganisationId;
  accountId: AccountId | null;
}

const dueMembers = async (
  db: Queryable,
  where: ReturnType<typeof sql>,
  atMost: number,
): Promise<DueMember[]> => {
  const { rows } = await sql<DueMember>`
    SELECT m.id, m.organisation_id AS "organisationId", m.account_id AS "accountId" FROM member m
     WHERE ${where} ORDER BY m.id LIMIT ${atMost}
  `.execute(db);
  return rows;
};

/** Whose start day has come, and who holds nothing of what is theirs from then on. */
export const listStarting = (db: Queryable, today: string, atMost: number) =>
  dueMembers(
    db,
    sql`m.state = 'active' AND m.starts_on <= ${today}::date AND m.account_id IS NOT NULL
        AND EXISTS (SELECT FROM member_role r WHERE r.member_id = m.id)
        AND NOT EXISTS (SELECT FROM member_role r
                          JOIN membership held ON held.account_id = m.account_id AND held.ended_at IS NULL
                               AND held.organisation_id = coalesce(m.branch_id, m.organisation_id)
                               AND held.service = r.service AND held.role = r.role
                         WHERE r.member_id = m.id)`,
    atMost,
  );

/** Who is expected back today, or was. */
export const listReturning = (db: Queryable, today: string, atMost: number) =>
  dueMembers(db, sql`m.state = 'on-leave' AND m.returns_on <= ${today}::date`, atMost);

/** Whose end date is near enough to tell of it, and who were not told. */
export const listEndingSoon = (db: Queryable, until: string, atMost: number) =>
  dueMembers(
    db,
    sql`m.state <> 'removed' AND m.ends_on IS NOT NULL AND m.ends_on <= ${until}::date AND m.end_notice_at IS NULL`,
    atMost,
  );

/** Whose last day is over. */
export const listEnded = (db: Queryable, today: string, atMost: number) =>
  dueMembers(db, sql`m.state <> 'removed' AND m.ends_on IS NOT NULL AND m.ends_on < ${today}::date`, atMost);

/** False when it was told already, or there is nothing to tell any more. */
export const markEndTold = async (tx: Tx, member: MemberId, now: Date): Promise<boolean> =>
  (await tx
    .updateTable('member')
    .set({ end_notice_at: now })
    .where('id', '=', member)
    .where('end_notice_at', 'is', null)
    .where('ends_on', 'is not', null)
    .where('state', '<>', 'removed')
    .returning('id')
    .executeTakeFirst()) !== undefined;
