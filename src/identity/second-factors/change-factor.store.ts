import type { Realm } from '../../kernel/actor.ts';
import type { AccountId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { FactorId, FactorKind } from './factor.ts';

export interface FactorRow {
  id: FactorId;
  accountId: AccountId;
  realm: Realm;
  kind: FactorKind;
  name: string;
  now: Date;
  trustedFrom: Date;
}

/** What only some kinds have. */
export interface FactorColumns {
  sealed_secret?: Buffer;
  last_step?: number;
  phone?: string;
  phone_dialled?: string;
  credential_id?: string;
  public_key?: Buffer;
  sign_count?: number;
  transports?: string[];
  is_backed_up?: boolean;
}

/** False when it is there already: a number of this account's, or a passkey of anybody's. */
export const insertFactor = async (tx: Tx, row: FactorRow, columns: FactorColumns): Promise<boolean> =>
  (await tx
    .insertInto('factor')
    .values({
      id: row.id,
      account_id: row.accountId,
      realm: row.realm,
      kind: row.kind,
      name: row.name,
      added_at: row.now,
      trusted_from: row.trustedFrom,
      ...columns,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()) !== undefined;

export const insertRecoveryCodes = (tx: Tx, id: FactorId, macs: readonly string[]) =>
  tx
    .insertInto('recovery_code')
    .values(macs.map((mac) => ({ factor_id: id, mac })))
    .execute();

/** Kept for some days, so that "this was not me" can bring it back. */
export const removeFactor = (tx: Tx, id: FactorId, now: Date) =>
  tx.updateTable('factor').set({ removed_at: now, is_preferred: false }).where('id', '=', id).execute();

/** Whether something went away so lately that what comes now takes its place. */
export const wasOneRemoved = async (
  tx: Tx,
  account: AccountId,
  realm: Realm,
  since: Date,
): Promise<boolean> =>
  (await tx
    .selectFrom('factor')
    .select('id')
    .where('account_id', '=', account)
    .where('realm', '=', realm)
    .where('removed_at', '>', since)
    .limit(1)
    .executeTakeFirst()) !== undefined;

export const renameFactor = (tx: Tx, id: FactorId, name: string) =>
  tx.updateTable('factor').set({ name }).where('id', '=', id).execute();

/** One is preferred at most. */
export async function preferFactor(tx: Tx, account: AccountId, realm: Realm, id: FactorId): Promise<void> {
  await tx
    .updateTable('factor')
    .set({ is_preferred: false })
    .where('account_id', '=', account)
    .where('realm', '=', realm)
    .where('is_preferred', '=', true)
    .execute();
  await tx.updateTable('factor').set({ is_preferred: true }).where('id', '=', id).execute();
}
