import type { Clock } from '../../kernel/clock.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import type { Tx } from '../../platform/database/database.ts';
import { stepOfCode } from './authenticator.ts';
import { findSealedSecret, takeStep, useRecoveryCode } from './check-code.store.ts';
import type { Factor } from './factor.ts';
import { recoveryCodeMac, tidyCode } from './recovery-codes.ts';
import { openSecret } from './sealed-secret.ts';
import { isSentCode } from './sent-code.ts';

interface Needs {
  clock: Clock;
  keyRing: KeyRing;
}

/** Looks at a code and uses it up. Asked while the account is held. */
export async function isRightCode(
  needs: Needs,
  tx: Tx,
  { factor, boundTo, code }: { factor: Factor; boundTo: string; code: string },
): Promise<boolean> {
  switch (factor.kind) {
    case 'authenticator':
      return isAuthenticatorCode(needs, tx, factor, code);
    case 'recovery-codes':
      return isRecoveryCode(needs, tx, factor, code);
    case 'text':
    case 'email':
      return isSentCode(needs, tx, { boundTo, target: factor.id, code });
    case 'passkey':
      return false;
  }
}

async function isAuthenticatorCode(needs: Needs, tx: Tx, { id }: Factor, code: string) {
  const sealed = await findSealedSecret(tx, id);
  const step = sealed && stepOfCode(openSecret(needs.keyRing, id, sealed), tidyCode(code), needs.clock.now());
  return step !== undefined && takeStep(tx, id, step);
}

async function isRecoveryCode(needs: Needs, tx: Tx, { id }: Factor, code: string) {
  const sealed = await findSealedSecret(tx, id);
  if (!sealed) return false;
  const mac = recoveryCodeMac(openSecret(needs.keyRing, id, sealed), code);
  return useRecoveryCode(tx, id, mac, needs.clock.now());
}
