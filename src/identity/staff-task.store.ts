import type { AccountId, Ids } from '../kernel/ids.ts';
import type { Tx } from '../platform/database/database.ts';

/** Asks staff to look at an account; while one such task is open a second adds nothing. */
export const addAccountTask = (
  tx: Tx,
  ids: Ids,
  { kind, accountId, now }: { kind: string; accountId: AccountId; now: Date },
) =>
  tx
    .insertInto('staff_task')
    .values({
      id: ids.next(),
      reference: ids.reference(),
      kind,
      record_type: 'account',
      record_id: accountId,
      created_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
