import { sql } from 'kysely';
import type { AccountId } from '../../kernel/ids.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import type { DataSubject } from '../../platform/database/personal-data.ts';

/** Theirs by the account, or an invitation to an address of theirs that nobody has answered. */
const ofSubject = ({ accountId, addresses }: DataSubject) =>
  sql<boolean>`(m.account_id = ${accountId} OR (m.account_id IS NULL AND m.email_canonical = ANY(${addresses})))`;

/** Never why it ended, nor what was noted: that is between the organisation and whoever asks it. */
export async function listMembersOfSubject(db: Queryable, subject: DataSubject) {
  const { rows } = await sql<Record<string, unknown>>`
    SELECT o.name AS organisation, o.code, b.name AS branch, m.state, m.full_name AS "fullName", m.email_typed AS email,
           m.job_title AS "jobTitle", m.phone, m.starts_on AS "startsOn", m.ends_on AS "endsOn", m.returns_on AS "returnsOn",
           m.created_at AS "createdAt", m.accepted_at AS "acceptedAt", m.last_used_at AS "lastUsedAt", m.ended_at AS "endedAt"
      FROM member m JOIN organisation o ON o.id = m.organisation_id LEFT JOIN organisation b ON b.id = m.branch_id
     WHERE ${ofSubject(subject)}
     ORDER BY m.created_at, m.id
  `.execute(db);
  return rows;
}

/** When a colleague looked whether they still need their access; what was decided shows in the access itself. */
export async function listReviewsOfSubject(db: Queryable, account: AccountId) {
  const { rows } = await sql<Record<string, unknown>>`
    SELECT o.name AS organisation, a.answered_at AS "answeredAt"
      FROM access_review_answer a JOIN member m ON m.id = a.member_id JOIN organisation o ON o.id = m.organisation_id
     WHERE m.account_id = ${account}
     ORDER BY a.answered_at
  `.execute(db);
  return rows;
}

export async function listHandoversOfSubject(db: Queryable, account: AccountId) {
  const { rows } = await sql<Record<string, unknown>>`
    SELECT o.name AS organisation, CASE WHEN f.account_id = ${account} THEN 'offered-by-you' ELSE 'offered-to-you' END AS side,
           h.state, h.offered_at AS "offeredAt", h.ended_at AS "endedAt"
      FROM handover h JOIN organisation o ON o.id = h.organisation_id
      JOIN member f ON f.id = h.from_member JOIN member t ON t.id = h.to_member
     WHERE f.account_id = ${account} OR t.account_id = ${account}
     ORDER BY h.offered_at
  `.execute(db);
  return rows;
}

export async function listPeopleFilesOf(db: Queryable, account: AccountId) {
  const { rows } = await sql<Record<string, unknown>>`
    SELECT o.name AS organisation, i.file_name AS "fileName", i.created_at AS "createdAt", i.finished_at AS "finishedAt"
      FROM people_import i JOIN organisation o ON o.id = i.organisation_id
     WHERE i.started_by = ${account}
     ORDER BY i.created_at
  `.execute(db);
  return rows;
}

/**
 * That somebody was there stays for the practice's own record, with the dates and roles; who it was goes. Access itself
 * was ended before, with the practice held.
 */
export async function blankMembersOfSubject(tx: Tx, subject: DataSubject, now: Date): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    UPDATE member m
       SET account_id = NULL, full_name = '–', email_typed = '', email_canonical = '', job_title = NULL, phone = NULL,
           phone_dialled = NULL, ended_note = NULL, undo_until = NULL, state = 'removed',
           ended_at = coalesce(ended_at, ${now}), ended_because = coalesce(ended_because, 'account-erased')
     WHERE ${ofSubject(subject)}
    RETURNING m.id
  `.execute(tx);
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return;
  await tx.deleteFrom('invitation').where('member_id', 'in', ids).execute();
  await tx.deleteFrom('leaver_report').where('member_id', 'in', ids).execute();
  await tx
    .updateTable('people_import_row')
    .set({ content: null, member_id: null })
    .where('member_id', 'in', ids)
    .execute();
}

/** A batch of those removed so long ago, with all that hangs on them. */
export async function removePastMembers(tx: Tx, removedBefore: Date, atMost: number): Promise<number> {
  const { rows } = await sql`
    DELETE FROM member WHERE id IN
      (SELECT id FROM member WHERE state = 'removed' AND ended_at < ${removedBefore} LIMIT ${atMost} FOR UPDATE SKIP LOCKED)
    RETURNING id
  `.execute(tx);
  return rows.length;
}

/** A batch of invitations that nobody took up and that ended so long ago. */
export async function removePastInvitations(tx: Tx, endedBefore: Date, atMost: number): Promise<number> {
  const { rows } = await sql`
    DELETE FROM member WHERE id IN
      (SELECT m.id FROM member m LEFT JOIN invitation i ON i.member_id = m.id
        WHERE m.state = 'invited' AND coalesce(i.expires_at, m.created_at) < ${endedBefore}
        LIMIT ${atMost} FOR UPDATE OF m SKIP LOCKED)
    RETURNING id
  `.execute(tx);
  return rows.length;
}

/** A batch of reviews that were finished so long ago; their answers go with them. */
export async function removePastReviews(tx: Tx, finishedBefore: Date, atMost: number): Promise<number> {
  const { rows } = await sql`
    DELETE FROM access_review WHERE id IN
      (SELECT id FROM access_review WHERE finished_at < ${finishedBefore} LIMIT ${atMost} FOR UPDATE SKIP LOCKED)
    RETURNING id
  `.execute(tx);
  return rows.length;
}
