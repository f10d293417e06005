import { sql } from 'kysely';
import type { AccountId } from '../../kernel/ids.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import type { DataSubject } from '../../platform/database/personal-data.ts';

export async function listAccessRequestsOf(db: Queryable, { accountId, addresses }: DataSubject) {
  const { rows } = await sql<Record<string, unknown>>`
    SELECT o.name AS organisation, o.code, r.state, r.full_name AS "fullName", r.email_typed AS email, r.note,
           r.created_at AS "createdAt", r.decided_at AS "decidedAt", r.decision_reason AS "decisionReason"
      FROM access_request r JOIN organisation o ON o.id = r.organisation_id
     WHERE r.account_id = ${accountId} OR r.email_canonical = ANY(${addresses})
     ORDER BY r.created_at
  `.execute(db);
  return rows;
}

/** Whom they named as authoriser, and how staff checked that, is about somebody else. */
export async function listMainContactRequestsOf(db: Queryable, addresses: readonly string[]) {
  const { rows } = await sql<Record<string, unknown>>`
    SELECT r.reference, o.name AS organisation, o.code, r.state, r.full_name AS "fullName", r.email_typed AS email, r.phone,
           r.reason, r.created_at AS "createdAt", r.confirmed_at AS "confirmedAt", r.decided_at AS "decidedAt",
           r.decision_reason AS "decisionReason"
      FROM main_contact_request r JOIN organisation o ON o.id = r.organisation_id
     WHERE r.email_canonical = ANY(${addresses})
     ORDER BY r.created_at
  `.execute(db);
  return rows;
}

/** What they said themselves; what others said of them names those. */
export async function listLeaverReportsBy(db: Queryable, account: AccountId) {
  const { rows } = await sql<Record<string, unknown>>`
    SELECT o.name AS organisation, r.is_own AS "isOwn", r.note, r.created_at AS "createdAt", r.resolved_at AS "resolvedAt"
      FROM leaver_report r JOIN organisation o ON o.id = r.organisation_id
     WHERE r.said_by = ${account}
     ORDER BY r.created_at
  `.execute(db);
  return rows;
}

/** One that waits goes whole; of one that was decided, the decision stays. */
export async function eraseAccessRequestsOf(tx: Tx, { accountId, addresses }: DataSubject): Promise<void> {
  await sql`
    DELETE FROM access_request
     WHERE state = 'waiting' AND (account_id = ${accountId} OR email_canonical = ANY(${addresses}))
  `.execute(tx);
  await sql`
    UPDATE access_request
       SET full_name = '', email_typed = '', email_canonical = '', note = '', decision_reason = NULL, account_id = NULL
     WHERE account_id = ${accountId} OR email_canonical = ANY(${addresses})
  `.execute(tx);
}

export async function eraseMainContactRequestsOf(tx: Tx, addresses: readonly string[]): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    DELETE FROM main_contact_request WHERE state = 'waiting' AND email_canonical = ANY(${addresses}) RETURNING id
  `.execute(tx);
  await removeTasksOf(tx, rows);
  await sql`
    UPDATE main_contact_request
       SET full_name = '', email_typed = '', email_canonical = '', phone = NULL, reason = '', authoriser_name = '',
           authoriser_note = NULL, objection = NULL, decision_reason = NULL, secret_hash = NULL, letter_code_mac = NULL
     WHERE email_canonical = ANY(${addresses})
  `.execute(tx);
}

export const blankLeaverReportsBy = (tx: Tx, account: AccountId) =>
  tx
    .updateTable('leaver_report')
    .set({ said_by_name: null, note: '' })
    .where('said_by', '=', account)
    .execute();

/** A batch of requests for access that were decided, or lapsed, so long ago. */
export async function removePastAccessRequests(tx: Tx, decidedBefore: Date, atMost: number): Promise<number> {
  const { rows } = await sql`
    DELETE FROM access_request WHERE id IN
      (SELECT id FROM access_request WHERE state <> 'waiting' AND coalesce(decided_at, created_at) < ${decidedBefore}
        LIMIT ${atMost} FOR UPDATE SKIP LOCKED)
    RETURNING id
  `.execute(tx);
  return rows.length;
}

/** With the tasks they were for staff. */
export async function removePastMainContactRequests(tx: Tx, decidedBefore: Date, atMost: number) {
  const { rows } = await sql<{ id: string }>`
    DELETE FROM main_contact_request WHERE id IN
      (SELECT id FROM main_contact_request WHERE state <> 'waiting' AND coalesce(decided_at, created_at) < ${decidedBefore}
        LIMIT ${atMost} FOR UPDATE SKIP LOCKED)
    RETURNING id
  `.execute(tx);
  await removeTasksOf(tx, rows);
  return rows.length;
}

/**
 * A batch of words about leavers that were answered so long ago; or never, where somebody only wrote a name that nobody
 * made anything of.
 */
export async function removePastLeaverReports(tx: Tx, endedBefore: Date, atMost: number): Promise<number> {
  const { rows } = await sql`
    DELETE FROM leaver_report WHERE id IN
      (SELECT id FROM leaver_report
        WHERE resolved_at < ${endedBefore} OR (resolved_at IS NULL AND member_id IS NULL AND created_at < ${endedBefore})
        LIMIT ${atMost} FOR UPDATE SKIP LOCKED)
    RETURNING id
  `.execute(tx);
  return rows.length;
}

async function removeTasksOf(tx: Tx, requests: readonly { id: string }[]): Promise<void> {
  if (requests.length === 0) return;
  const ids = requests.map(({ id }) => id);
  await tx.deleteFrom('staff_task').where('record_id', 'in', ids).execute();
}
