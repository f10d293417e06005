import { inTransaction, type Tx } from '../../platform/database/database.ts';
import { lockAccount } from '../account.store.ts';
import type { Account } from '../account.ts';
import type { PasskeyOwner } from './ask-for-passkey.ts';
import { type CheckAssertionNeeds, type CheckedPasskey, checkAssertion } from './check-assertion.ts';
import { findPasskey, usePasskey } from './passkey.store.ts';
import type { Passkey } from './passkey.ts';
import type { PasskeyAnswer } from './passkey-exchange.ts';
import { type RefuseCopyNeeds, refuseCopy } from './refuse-copy.ts';

export type ProvePasskeyNeeds = CheckAssertionNeeds & RefuseCopyNeeds;

export type ProvePasskeyOutcome<T> =
  /** `done` is what the caller made of it, in the same transaction. */
  | { outcome: 'right'; done: T }
  | { outcome: 'refused' | 'too-late' }
  /** Its counter went back: its owner was told. */
  | { outcome: 'copied' };

/**
 * Checks the answer of one of the account's own passkeys, given beside a password in this session or waiting log in.
 * Nobody guesses a signature, so it costs no try and works while code entry is closed.
 */
export async function provePasskey<T>(
  needs: ProvePasskeyNeeds,
  given: PasskeyAnswer & PasskeyOwner,
  onRight: (tx: Tx, proof: { passkey: Passkey; isOwnerVerified: boolean; account: Account }) => Promise<T>,
): Promise<ProvePasskeyOutcome<T>> {
  const { realm, boundTo, accountId } = given;
  const checked = await checkAssertion(needs, given, { purpose: 'prove', realm, boundTo });
  if (checked.outcome !== 'right') return checked;
  if (checked.passkey.accountId !== accountId) return { outcome: 'refused' };
  return useChecked(needs, checked, given.clientNetwork, (tx, account) =>
    onRight(tx, { passkey: checked.passkey, isOwnerVerified: checked.isOwnerVerified, account }),
  );
}

/** Counts a right answer as used, with the account held, and goes on in the same transaction. */
export const useChecked = <T>(
  needs: ProvePasskeyNeeds,
  { passkey, signCount, isBackedUp }: CheckedPasskey,
  clientNetwork: string,
  onRight: (tx: Tx, account: Account) => Promise<T>,
): Promise<ProvePasskeyOutcome<T>> =>
  inTransaction(needs.database, async (tx) => {
    const account = await lockAccount(tx, passkey.accountId);
    const now = needs.clock.now();
    if (account && (await usePasskey(tx, passkey.id, { signCount, isBackedUp, now })))
      return { outcome: 'right', done: await onRight(tx, account) };
    if (!account || !(await findPasskey(tx, passkey.credentialId, passkey.realm)))
      return { outcome: 'refused' };
    await refuseCopy(needs, tx, account, { passkey, clientNetwork });
    return { outcome: 'copied' };
  });
