import { sql } from 'kysely';
import type { AccountId } from '../kernel/ids.ts';
import type { Queryable } from '../platform/database/database.ts';

/**
 * Where what lets a person in is sent. While an email change can be stopped that is the address from before it, the
 * oldest when there are several, so that whoever took an account over cannot keep it.
 */
export async function findRecoveryAddress(db: Queryable, account: AccountId, now: Date): Promise<string> {
  const [address] = await listAddresses(db, account, now);
  if (address === undefined) throw new Error('an account has no email address');
  return address;
}

/** Whether an account is written to at this address, rather than having had it until lately. */
export const isCurrentAddress = async (db: Queryable, account: AccountId, canonical: string) =>
  (await db
    .selectFrom('account_email')
    .select('id')
    .where('account_id', '=', account)
    .where('canonical', '=', canonical)
    .where('state', '=', 'current')
    .executeTakeFirst()) !== undefined;

/** Everywhere notices go: the addresses that can take a change back, oldest first, then the current one. */
export async function listAddresses(db: Queryable, account: AccountId, now: Date): Promise<string[]> {
  const { rows } = await sql<{ typed: string }>`
    SELECT typed FROM account_email
     WHERE account_id = ${account} AND (state = 'current' OR (state = 'former' AND revocable_until > ${now}))
     ORDER BY revocable_until NULLS LAST, id
  `.execute(db);
  return rows.map((row) => row.typed);
}
