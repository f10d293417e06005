import type { AccountId } from '../../kernel/ids.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import { type Requester, selectRequesters } from '../tickets/requester.store.ts';
import type { RequesterId } from '../tickets/ticket.ts';

/** Only what is linked to nobody: one that is linked is taken back first. */
export const linkRequester = async (
  tx: Tx,
  id: RequesterId,
  account: AccountId,
  now: Date,
): Promise<boolean> =>
  (await tx
    .updateTable('requester')
    .set({ portal_account_id: account, linked_at: now })
    .where('id', '=', id)
    .where('portal_account_id', 'is', null)
    .returning('id')
    .executeTakeFirst()) !== undefined;

export const unlinkRequester = async (tx: Tx, id: RequesterId, account: AccountId): Promise<boolean> =>
  (await tx
    .updateTable('requester')
    .set({ portal_account_id: null, linked_at: null })
    .where('id', '=', id)
    .where('portal_account_id', '=', account)
    .returning('id')
    .executeTakeFirst()) !== undefined;

export const listLinkedRequesters = (db: Queryable, account: AccountId): Promise<Requester[]> =>
  selectRequesters(db)
    .where('requester.portal_account_id', '=', account)
    .orderBy('requester.canonical')
    .execute();

/** What somebody wants to be called, in the account and in the record of their address. */
export async function renameTicketAccount(
  tx: Tx,
  account: AccountId,
  requester: RequesterId | undefined,
  fullName: string,
): Promise<void> {
  await tx
    .updateTable('account')
    .set({ full_name: fullName })
    .where('id', '=', account)
    .where('home', '=', 'support')
    .execute();
  if (requester)
    await tx.updateTable('requester').set({ full_name: fullName }).where('id', '=', requester).execute();
}
