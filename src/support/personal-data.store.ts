import type { ExpressionBuilder } from 'kysely';
import type { AccountId } from '../kernel/ids.ts';
import type { Queryable, Tx } from '../platform/database/database.ts';
import type { DB } from '../platform/database/tables.ts';

/** A task speaks of the account itself, or of what its owner asked staff. */
const isAbout = (person: AccountId) => (eb: ExpressionBuilder<DB, 'staff_task'>) =>
  eb.or([
    eb('record_id', '=', person),
    eb(
      'record_id',
      'in',
      eb.selectFrom('correction_request').select('correction_request.id').where('account_id', '=', person),
    ),
    eb(
      'record_id',
      'in',
      eb
        .selectFrom('factor_reset_request')
        .select('factor_reset_request.id')
        .where('account_id', '=', person),
    ),
  ]);

export const listTasksAbout = (db: Queryable, person: AccountId) =>
  db
    .selectFrom('staff_task')
    .select(['reference', 'kind', 'created_at as createdAt', 'done_at as doneAt'])
    .where(isAbout(person))
    .orderBy('created_at')
    .execute();

export const eraseTasksAbout = (tx: Tx, person: AccountId) =>
  tx.deleteFrom('staff_task').where(isAbout(person)).execute();

/** Somebody of the staff who is gone works in no team, looks at nothing, and has no views of their own. */
export async function eraseWorkOf(tx: Tx, person: AccountId): Promise<void> {
  await tx.deleteFrom('team_member').where('account_id', '=', person).execute();
  await tx.deleteFrom('ticket_presence').where('account_id', '=', person).execute();
  await tx.deleteFrom('saved_view').where('owner_id', '=', person).execute();
}
