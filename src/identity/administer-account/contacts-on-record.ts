import type { Clock } from '../../kernel/clock.ts';
import type { AccountId } from '../../kernel/ids.ts';
import type { Queryable } from '../../platform/database/database.ts';
import { findRecoveryAddress } from '../account-email.store.ts';
import { listFactors } from '../second-factors/factor.store.ts';
import { endOfNumber } from '../second-factors/factor.ts';

export interface ContactOnRecord {
  channel: 'email' | 'sms';
  to: string;
  /** Enough to know it again, too little to learn it: `a…@fernhollow.example`, `…123`. */
  shown: string;
}

/**
 * Where somebody can be reached who was there before they called: the address that recovery goes to, and numbers that
 * were proven and have waited as long as a new number must.
 */
export async function listContactsOnRecord(
  { clock }: { clock: Clock },
  db: Queryable,
  account: AccountId,
): Promise<ContactOnRecord[]> {
  const now = clock.now();
  const to = await findRecoveryAddress(db, account, now);
  const factors = await listFactors(db, account, 'portal');
  const numbers = factors.flatMap((factor) =>
    factor.kind === 'text' && factor.phoneDialled && factor.trustedFrom <= now
      ? [{ channel: 'sms' as const, to: factor.phoneDialled, shown: `…${endOfNumber(factor)}` }]
      : [],
  );
  return [{ channel: 'email', to, shown: shownAddress(to) }, ...numbers];
}

const shownAddress = (address: string): string =>
  `${address.slice(0, 1)}…${address.slice(address.lastIndexOf('@'))}`;
