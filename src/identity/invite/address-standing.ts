import type { Realm } from '../../kernel/actor.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import { findAccountByEmail, lockAccount, lockAddress } from '../account.store.ts';
import type { Account } from '../account.ts';
import { isCurrentAddress } from '../account-email.store.ts';
import { hasPassword } from '../intake.store.ts';

/** What an address is to a realm, for its owner alone to be told. */
export type AddressStanding =
  /** Nobody's yet, or of an account that has no password in this realm. */
  | { standing: 'not-set-up'; account: Account | undefined }
  | { standing: 'has-account'; account: Account }
  /** Deactivated or closed; support decides. */
  | { standing: 'not-active'; account: Account }
  /** The account it was until lately is another address's now, whose owner may be somebody else. */
  | { standing: 'address-changed'; account: Account };

export async function readAddressStanding(
  db: Queryable,
  canonical: string,
  realm: Realm,
): Promise<AddressStanding> {
  const account = await findAccountByEmail(db, canonical);
  if (!account) return { standing: 'not-set-up', account };
  if (!(await isCurrentAddress(db, account.id, canonical))) return { standing: 'address-changed', account };
  if (account.state === 'deactivated' || account.state === 'closed')
    return { standing: 'not-active', account };
  const isSetUp = await hasPassword(db, account.id, realm);
  return { standing: isSetUp ? 'has-account' : 'not-set-up', account };
}

/** The same, held until the transaction ends: nobody makes an account of the address, or changes its account, meanwhile. */
export async function holdAddress(tx: Tx, canonical: string, realm: Realm): Promise<AddressStanding> {
  await lockAddress(tx, canonical);
  const before = await readAddressStanding(tx, canonical, realm);
  if (before.account) await lockAccount(tx, before.account.id);
  return readAddressStanding(tx, canonical, realm);
}
