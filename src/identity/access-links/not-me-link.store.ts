import type { AccountId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/database/database.ts';

/** Notices went to every address an account had; once one of them is dropped, whoever reads it has no say any more. */
export const voidNotMeLinks = (tx: Tx, account: AccountId, now: Date) =>
  tx
    .updateTable('access_link')
    .set({ replaced_at: now })
    .where('account_id', '=', account)
    .where('purpose', '=', 'not-me')
    .where('used_at', 'is', null)
    .where('replaced_at', 'is', null)
    .execute();
