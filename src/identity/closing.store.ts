import { sql } from 'kysely';
import type { AccountId } from '../kernel/ids.ts';
import type { Queryable, Tx } from '../platform/database/database.ts';

const mainContacts = (db: Queryable) =>
  db
    .selectFrom('membership')
    .where('service', '=', 'portal')
    .where('role', '=', 'main-contact')
    .where('ended_at', 'is', null);

/**
 * Holds every main contact of the organisations that this person is one of, in one order, so that the last two who
 * leave at once take turns.
 */
export const holdMainContacts = (tx: Tx, account: AccountId) =>
  mainContacts(tx)
    .select('id')
    .where(
      'organisation_id',
      'in',
      mainContacts(tx).select('organisation_id').where('account_id', '=', account),
    )
    .orderBy('id')
    .forUpdate()
    .execute();

/** The organisations that would have no main contact who can log in without this person. */
export async function listOrphaned(db: Queryable, account: AccountId): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    SELECT o.name FROM membership m JOIN organisation o ON o.id = m.organisation_id
     WHERE m.account_id = ${account} AND m.service = 'portal' AND m.role = 'main-contact' AND m.ended_at IS NULL
       AND NOT EXISTS (
         SELECT FROM membership other JOIN account a ON a.id = other.account_id AND a.state = 'active'
          WHERE other.organisation_id = m.organisation_id AND other.service = 'portal' AND other.role = 'main-contact'
            AND other.ended_at IS NULL AND other.account_id <> ${account})
     ORDER BY o.name
  `.execute(db);
  return rows.map((row) => row.name);
}

/** What was asked of staff about closing this account is done. */
export const finishClosingTask = (tx: Tx, account: AccountId, by: AccountId | null, now: Date) =>
  tx
    .updateTable('staff_task')
    .set({ done_at: now, done_by: by })
    .where('kind', '=', 'closing-asked')
    .where('record_id', '=', account)
    .where('done_at', 'is', null)
    .execute();
