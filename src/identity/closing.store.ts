import type { AccountId } from '../kernel/ids.ts';
import type { Tx } from '../platform/database/database.ts';

/** What was asked of staff about closing this account is done. */
export const finishClosingTask = (tx: Tx, account: AccountId, by: AccountId | null, now: Date) =>
  tx
    .updateTable('staff_task')
    .set({ done_at: now, done_by: by })
    .where('kind', '=', 'closing-asked')
    .where('record_id', '=', account)
    .where('done_at', 'is', null)
    .execute();
