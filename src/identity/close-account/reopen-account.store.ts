import { sql } from 'kysely';
import type { AccountId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/database/database.ts';

/** Active, or waiting to be set up where its owner never did. */
export const giveStateBack = (tx: Tx, account: AccountId, now: Date) =>
  tx
    .updateTable('account')
    .set({
      state: sql`CASE WHEN activated_at IS NULL THEN 'invited' ELSE 'active' END::account_state`,
      state_reason: null,
      state_changed_at: now,
    })
    .where('id', '=', account)
    .execute();
