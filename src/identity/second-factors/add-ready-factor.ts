import type { Realm } from '../../kernel/actor.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { AccountId, Ids } from '../../kernel/ids.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import type { Tx } from '../../platform/database/database.ts';
import { columnsOf, type NewFactor } from './add-factor.ts';
import { insertFactor, insertRecoveryCodes } from './change-factor.store.ts';
import type { FactorId } from './factor.ts';
import { recoveryCodeMac } from './recovery-codes.ts';

export interface AddReadyFactorNeeds {
  clock: Clock;
  ids: Ids;
  keyRing: KeyRing;
}

/** A second factor that nobody had to prove, for an account that was made ready too: the sandbox's people have them. */
export async function addReadyFactor(
  { clock, ids, keyRing }: AddReadyFactorNeeds,
  tx: Tx,
  { accountId, realm }: { accountId: AccountId; realm: Realm },
  factor: NewFactor,
): Promise<FactorId> {
  const id: FactorId = ids.next<'factor'>();
  const now = clock.now();
  const name = 'name' in factor ? factor.name : '';
  const row = { id, accountId, realm, kind: factor.kind, name, now, trustedFrom: now };
  await insertFactor(tx, row, columnsOf(keyRing, id, factor));
  if (factor.kind === 'recovery-codes')
    await insertRecoveryCodes(
      tx,
      id,
      factor.codes.map((code) => recoveryCodeMac(factor.key, code)),
    );
  return id;
}
