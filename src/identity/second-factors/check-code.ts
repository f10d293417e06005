import type { Audit } from '../../audit/index.ts';
import type { Realm } from '../../kernel/actor.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { AccountId } from '../../kernel/ids.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import { type Database, inTransaction, type Tx } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { lockAccount } from '../account.store.ts';
import {
  type Closure,
  clearLane,
  type DeviceId,
  type EntryRules,
  type Lane,
  reserveTry,
} from '../lockout/entry-lane.ts';
import { countWrongTry, limitTries } from '../lockout/network-limit.ts';
import { stepOfCode } from './authenticator.ts';
import { findSealedSecret, takeStep, useRecoveryCode } from './check-code.store.ts';
import { listFactors, markFactorUsed } from './factor.store.ts';
import type { Factor } from './factor.ts';
import { recoveryCodeMac, tidyCode } from './recovery-codes.ts';
import { openSecret } from './sealed-secret.ts';
import { sentCodeMacs } from './send-code.ts';
import { findLiveCode, useSentCode, voidSentCodes } from './sent-code.store.ts';

export interface CheckCodeNeeds {
  audit: Audit;
  clock: Clock;
  database: Database;
  keyRing: KeyRing;
  settings: Pick<Settings, 'lockout' | 'secondFactor'>;
}

export interface CodeToCheck {
  accountId: AccountId;
  realm: Realm;
  /** The session or waiting log in in which the code is typed. */
  boundTo: string;
  /** The known device it is typed on, which has a counter of its own. */
  deviceId: DeviceId | null;
  factor: Factor;
  /** As typed: spaces and dashes are forgiven. */
  code: string;
  clientNetwork: string;
}

export type CheckCodeOutcome<T> =
  /** `done` is what the caller made of it, in the same transaction. */
  | { outcome: 'right'; done: T }
  | { outcome: 'wrong'; left: number }
  /** `justNow`: this try closed it. */
  | { outcome: 'closed'; closure: Closure; justNow: boolean };

/**
 * Checks a code against one of the account's own factors. All ways of getting one share the tries, however many
 * browsers ask and however many codes were sent; the try is taken before the code is looked at.
 */
export async function checkCode<T>(
  needs: CheckCodeNeeds,
  typed: CodeToCheck,
  onRight: (tx: Tx) => Promise<T>,
): Promise<CheckCodeOutcome<T>> {
  const { database, settings, clock } = needs;
  await limitTries(needs, database, typed.clientNetwork);
  const lane = codeLane(needs, typed);
  const taken = await reserveTry(database, lane, codeRules(settings), clock.now());
  if (taken.outcome === 'closed') return { ...taken, justNow: false };
  const right = await inTransaction(database, async (tx) => {
    await lockAccount(tx, typed.accountId);
    if (!(await isRight(needs, tx, typed))) return undefined;
    await clearLane(tx, lane);
    await markFactorUsed(tx, typed.factor.id, clock.now());
    return { done: await onRight(tx) };
  });
  if (right) return { outcome: 'right', done: right.done };
  await noteWrong(needs, typed, taken.closesWith !== undefined);
  if (taken.closesWith) return { outcome: 'closed', closure: taken.closesWith, justNow: true };
  return { outcome: 'wrong', left: taken.left };
}

/** Wrong codes in a row, forgotten with wrong passwords after the same quiet. */
export const codeRules = ({ secondFactor, lockout }: CheckCodeNeeds['settings']): EntryRules => ({
  tries: secondFactor.tries,
  closedFor: secondFactor.closedFor,
  forgetAfter: lockout.forgetAfter,
});

export const codeLane = (
  { settings }: Pick<CheckCodeNeeds, 'settings'>,
  { accountId, realm, deviceId }: Pick<CodeToCheck, 'accountId' | 'realm' | 'deviceId'>,
): Lane => ({
  subject: accountId,
  realm,
  step: 'code',
  deviceId: settings.lockout.knownDevices ? deviceId : null,
});

/** Asked while the account is held; a factor that was removed meanwhile proves nothing. */
async function isRight(needs: CheckCodeNeeds, tx: Tx, typed: CodeToCheck): Promise<boolean> {
  const own = await listFactors(tx, typed.accountId, typed.realm);
  const factor = own.find(({ id }) => id === typed.factor.id);
  if (!factor) return false;
  switch (factor.kind) {
    case 'authenticator':
      return isAuthenticatorCode(needs, tx, factor, typed.code);
    case 'recovery-codes':
      return isRecoveryCode(needs, tx, factor, typed.code);
    case 'text':
    case 'email':
      return isSentCode(needs, tx, { ...typed, target: factor.id });
    case 'passkey':
      return false;
  }
}

async function isAuthenticatorCode(needs: CheckCodeNeeds, tx: Tx, { id }: Factor, code: string) {
  const sealed = await findSealedSecret(tx, id);
  const step = sealed && stepOfCode(openSecret(needs.keyRing, id, sealed), tidyCode(code), needs.clock.now());
  return step !== undefined && takeStep(tx, id, step);
}

async function isRecoveryCode(needs: CheckCodeNeeds, tx: Tx, { id }: Factor, code: string) {
  const sealed = await findSealedSecret(tx, id);
  if (!sealed) return false;
  const mac = recoveryCodeMac(openSecret(needs.keyRing, id, sealed), code);
  return useRecoveryCode(tx, id, mac, needs.clock.now());
}

/** Whether this is the newest code that was sent to this browser for the target; it works once. */
export async function isSentCode(
  { keyRing, clock }: Pick<CheckCodeNeeds, 'keyRing' | 'clock'>,
  tx: Tx,
  { boundTo, target, code }: { boundTo: string; target: string; code: string },
): Promise<boolean> {
  const now = clock.now();
  const live = await findLiveCode(tx, { boundTo, target, now });
  if (!live || !sentCodeMacs(keyRing, live.id, tidyCode(code)).includes(live.codeMac)) return false;
  return useSentCode(tx, live.id, now);
}

const noteWrong = (needs: CheckCodeNeeds, typed: CodeToCheck, closes: boolean) =>
  inTransaction(needs.database, async (tx) => {
    await lockAccount(tx, typed.accountId);
    await countWrongTry(needs, tx, typed.clientNetwork);
    if (closes) await voidSentCodes(tx, typed.accountId, typed.realm, needs.clock.now());
    await needs.audit.record(tx, {
      action: closes ? 'code-entry-closed' : 'code-wrong',
      actor: 'anyone',
      subject: typed.accountId,
      clientNetwork: typed.clientNetwork,
    });
  });
