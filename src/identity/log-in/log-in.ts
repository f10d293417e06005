import type { Audit } from '../../audit/index.ts';
import type { Realm } from '../../kernel/actor.ts';
import { inTransaction } from '../../platform/database/database.ts';
import { sendsTemporaryPassword } from '../access-links/temporary-password.ts';
import { findCredential, lockAccount } from '../account.store.ts';
import type { Credential } from '../account.ts';
import {
  type Closure,
  clearLane,
  type DeviceId,
  giveTryBack,
  type Lane,
  reserveTry,
} from '../lockout/entry-lane.ts';
import { countWrongTry } from '../lockout/network-limit.ts';
import { sendForWay } from '../log-in-attempts/ways.ts';
import type { Turn } from '../passwords/hashing-turns.ts';
import type { PasswordCheck, PasswordHasher } from '../passwords/password-hashing.ts';
import { renewPassword } from '../passwords/renew-password.ts';
import { findProofRecord } from '../second-factors/factor.store.ts';
import type { SendCodeNeeds } from '../second-factors/send-code.ts';
import { revokeDevice } from '../sessions/device.store.ts';
import type { StartedSession } from '../sessions/start-session.ts';
import { type CodeNeeded, goOn } from './after-password.ts';
import { canonicalName, type Found, laneOf, lookUp, turnOf } from './look-up.ts';
import {
  readTemporaryPassword,
  type TemporaryPasswordOutcome,
  tellOfPastTemporaryPassword,
  useTemporaryPassword,
} from './typed-temporary-password.ts';

export interface LogInNeeds extends SendCodeNeeds {
  audit: Audit;
  hasher: PasswordHasher;
}

export interface LogInDetails {
  realm: Realm;
  identifier: string;
  password: string;
  deviceSecret: string | undefined;
  deviceDescription: string;
  clientNetwork: string;
}

export type LogInOutcome =
  | { outcome: 'logged-in'; session: StartedSession }
  /** The password was right; the browser that is given the token goes on with a code, or with setting one up. */
  | { outcome: 'code-needed' | 'set-up-needed'; token: string }
  /** `left` counts the tries until password entry closes. */
  | { outcome: 'wrong-details'; left: number; adviseReset: boolean }
  | { outcome: 'closed'; closure: Closure; justNow: boolean }
  /** The password was right, so only its owner reads these. */
  | { outcome: 'deactivated' | 'account-closed' }
  | TemporaryPasswordOutcome;

/**
 * Checks a name and password. Unknown names take the same steps as known ones and close the same way. Whoever comes
 * without a device's secret is turned away from a busy machine before anything is asked; a known device goes first.
 */
export async function logIn(needs: LogInNeeds, details: LogInDetails): Promise<LogInOutcome> {
  const result = await inTurn(needs, details);
  if (!('waiting' in result)) return result;
  await sendForWay(needs, result.waiting, result.way);
  return { outcome: 'code-needed', token: result.token };
}

async function inTurn(needs: LogInNeeds, details: LogInDetails): Promise<Tried> {
  if (!details.deviceSecret)
    return needs.hasher.admit(async () => tryToLogIn(needs, details, await lookUp(needs, details)));
  const found = await lookUp(needs, details);
  return needs.hasher.admit(() => tryToLogIn(needs, details, found), turnOf(found));
}

type Tried = LogInOutcome | CodeNeeded;

async function tryToLogIn(needs: LogInNeeds, details: LogInDetails, found: Found): Promise<Tried> {
  const { database, settings } = needs;
  const { credential, device } = found;
  const now = needs.clock.now();
  const lane = laneOf(needs, found);
  const temporary = await readTemporaryPassword(needs, details, credential);
  const exchanged = credential && (await useTemporaryPassword(needs, credential, temporary));
  if (exchanged) return exchanged;
  const taken = await reserveTry(database, lane, settings.lockout, now);
  const tellOfPast = () => tellOfPastTemporaryPassword(needs, credential, temporary);
  if (taken.outcome === 'closed') return (await tellOfPast()) ?? closed(needs, details, taken.closure);
  const checked = await look(needs, lane, credential, details.password, turnOf(found));
  const result =
    checked.isRight && credential && (await proven(needs, details, credential, lane, device, checked));
  if (result) return result;
  const past = await tellOfPast();
  if (past) await giveTryBack(database, lane, settings.lockout);
  return past ?? wrongDetails(needs, details, credential, lane, taken);
}

/** Nothing was looked at but a temporary password, and only where there are any: that look counts for the network. */
async function closed(needs: LogInNeeds, details: LogInDetails, closure: Closure): Promise<LogInOutcome> {
  if (sendsTemporaryPassword(needs.settings, details.realm))
    await countWrongTry(needs, needs.database, details.clientNetwork);
  return { outcome: 'closed', closure, justNow: false };
}

/** A try whose password was not looked at, because the machine is too busy, costs nobody anything. */
async function look(
  needs: LogInNeeds,
  lane: Lane,
  credential: Credential | undefined,
  password: string,
  turn: Turn,
) {
  try {
    return await needs.hasher.check(credential?.hash, password, turn);
  } catch (error) {
    await giveTryBack(needs.database, lane, needs.settings.lockout);
    throw error;
  }
}

async function wrongDetails(
  needs: LogInNeeds,
  details: LogInDetails,
  credential: Credential | undefined,
  lane: Lane,
  taken: { left: number; closesWith: Closure | undefined },
): Promise<LogInOutcome> {
  const { tries, adviseResetFrom } = needs.settings.lockout;
  const now = needs.clock.now();
  await inTransaction(needs.database, async (tx) => {
    await countWrongTry(needs, tx, details.clientNetwork);
    const action = taken.closesWith ? 'password-entry-closed' : 'password-wrong';
    await needs.audit.record(tx, {
      action,
      actor: 'anyone',
      clientNetwork: details.clientNetwork,
      ...(credential && { subject: credential.accountId }),
    });
    if (taken.closesWith && lane.deviceId) await revokeDevice(tx, lane.deviceId, now);
  });
  if (taken.closesWith) return { outcome: 'closed', closure: taken.closesWith, justNow: true };
  return { outcome: 'wrong-details', left: taken.left, adviseReset: tries - taken.left >= adviseResetFrom };
}

/** A log in at the same moment may have renewed the hash that was looked at; the new one is then looked at, once. */
async function proven(
  needs: LogInNeeds,
  details: LogInDetails,
  credential: Credential,
  lane: Lane,
  device: DeviceId | undefined,
  checked: PasswordCheck,
): Promise<Tried | undefined> {
  const result = await rightDetails(needs, details, credential, lane, device, checked);
  if (result || !checked.renewed) return result;
  const again = await findCredential(needs.database, canonicalName(details.identifier), details.realm);
  const second = await look(needs, lane, again, details.password, device ? 'first' : 'in-turn');
  return again && second.isRight ? rightDetails(needs, details, again, lane, device, second) : undefined;
}

/** Nothing when the password was changed while it was being checked: the old one opens nothing any more. */
async function rightDetails(
  needs: LogInNeeds,
  details: LogInDetails,
  credential: Credential,
  lane: Lane,
  device: DeviceId | undefined,
  { renewed }: PasswordCheck,
): Promise<Tried | undefined> {
  const { realm } = details;
  return inTransaction(needs.database, async (tx) => {
    const account = await lockAccount(tx, credential.accountId);
    if (!account) return undefined;
    const proof = await findProofRecord(tx, { account: account.id, realm, device: device ?? null });
    if (proof.passwordHash === null || proof.passwordHash !== credential.hash) return undefined;
    await clearLane(tx, lane);
    if (account.state === 'closed') return { outcome: 'account-closed' };
    if (account.state !== 'active') return { outcome: 'deactivated' };
    if (renewed) await renewPassword(needs, tx, { account: account.id, realm, hash: renewed });
    return goOn(needs, tx, details, account.id, proof);
  });
}
