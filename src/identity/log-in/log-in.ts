import type { Audit } from '../../audit/index.ts';
import type { Realm } from '../../kernel/actor.ts';
import type { Clock } from '../../kernel/clock.ts';
import { minutes } from '../../kernel/duration.ts';
import { readEmailAddress } from '../../kernel/email-address.ts';
import { TooMany } from '../../kernel/endings.ts';
import type { Ids } from '../../kernel/ids.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import { hashOfSecret, type Secrets } from '../../kernel/secrets.ts';
import { foldName } from '../../kernel/username.ts';
import { type Database, inTransaction, type Queryable } from '../../platform/database/database.ts';
import { countUse, usesInWindow } from '../../platform/limits/limit.ts';
import type { Settings } from '../../platform/settings/settings.ts';
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
  subjectOf,
} from '../lockout/password-entry.ts';
import { isStillPassword } from '../passwords/password.store.ts';
import type { PasswordCheck, PasswordHasher } from '../passwords/password-hashing.ts';
import { renewPassword } from '../passwords/renew-password.ts';
import { findKnownDevice, revokeDevice } from '../sessions/device.store.ts';
import { type StartedSession, startSession } from '../sessions/start-session.ts';
import {
  readTemporaryPassword,
  type TemporaryPasswordOutcome,
  tellOfPastTemporaryPassword,
  useTemporaryPassword,
} from './typed-temporary-password.ts';

export interface LogInNeeds {
  audit: Audit;
  clock: Clock;
  database: Database;
  hasher: PasswordHasher;
  ids: Ids;
  keyRing: KeyRing;
  secrets: Secrets;
  settings: Pick<Settings, 'lockout' | 'recovery' | 'session'>;
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
  /** `left` counts the tries until password entry closes. */
  | { outcome: 'wrong-details'; left: number; adviseReset: boolean }
  | { outcome: 'closed'; closure: Closure; justNow: boolean }
  /** The password was right, so only its owner reads this. */
  | { outcome: 'deactivated' }
  | TemporaryPasswordOutcome;

/** Checks a name and password. Unknown names take the same steps as known ones and close the same way. */
export const logIn = (needs: LogInNeeds, details: LogInDetails): Promise<LogInOutcome> =>
  needs.hasher.admit(() => tryToLogIn(needs, details));

async function tryToLogIn(needs: LogInNeeds, details: LogInDetails): Promise<LogInOutcome> {
  const { database, settings } = needs;
  const now = needs.clock.now();
  await limitNetwork(needs, details, now);
  const name = canonicalName(details.identifier);
  const credential = await findCredential(database, name, details.realm);
  const device = await knownDevice(needs, details, credential);
  const lane = laneOf(needs, details.realm, credential, name, device);
  const temporary = await readTemporaryPassword(needs, details, credential);
  const exchanged = credential && (await useTemporaryPassword(needs, credential, temporary));
  if (exchanged) return exchanged;
  const taken = await reserveTry(database, lane, settings.lockout, now);
  const tellOfPast = () => tellOfPastTemporaryPassword(needs, credential, temporary);
  if (taken.outcome === 'closed') return (await tellOfPast()) ?? closed(needs, details, taken.closure);
  const checked = await look(needs, lane, credential, details.password);
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
    await countForNetwork(needs, needs.database, details);
  return { outcome: 'closed', closure, justNow: false };
}

/** What a person may log in with, in its one canonical form; anything may be typed. */
export const canonicalName = (identifier: string): string =>
  readEmailAddress(identifier)?.canonical ?? foldName(identifier).slice(0, 300);

const networkWindow = minutes(15);
const networkLimit = (needs: LogInNeeds, details: LogInDetails) =>
  `log-in:${needs.keyRing.mac('client-address', details.clientNetwork)}`;

/** A second fence, beside the counter of the account: many names tried from one place. */
async function limitNetwork(needs: LogInNeeds, details: LogInDetails, now: Date): Promise<void> {
  const used = await usesInWindow(needs.database, networkLimit(needs, details), networkWindow, now);
  if (used.count < needs.settings.lockout.triesPerNetwork) return;
  throw new TooMany(Math.ceil((used.windowEndsAt.getTime() - now.getTime()) / 1000));
}

const countForNetwork = (needs: LogInNeeds, db: Queryable, details: LogInDetails) =>
  countUse(db, {
    name: networkLimit(needs, details),
    window: networkWindow,
    atMost: needs.settings.lockout.triesPerNetwork,
    now: needs.clock.now(),
  });

async function knownDevice(
  needs: LogInNeeds,
  { realm, deviceSecret }: LogInDetails,
  credential: Credential | undefined,
): Promise<DeviceId | undefined> {
  if (!deviceSecret) return undefined;
  const account = credential?.accountId ?? nobody;
  return (await findKnownDevice(needs.database, account, realm, hashOfSecret(deviceSecret)))?.id;
}

function laneOf(
  needs: LogInNeeds,
  realm: Realm,
  credential: Credential | undefined,
  name: string,
  device: DeviceId | undefined,
): Lane {
  const ownLane = needs.settings.lockout.knownDevices ? device : undefined;
  return { subject: subjectOf(needs.keyRing, credential?.accountId, name), realm, deviceId: ownLane ?? null };
}

/** A try whose password was not looked at, because the machine is too busy, costs nobody anything. */
async function look(needs: LogInNeeds, lane: Lane, credential: Credential | undefined, password: string) {
  try {
    return await needs.hasher.check(credential?.hash, password);
  } catch (error) {
    await giveTryBack(needs.database, lane, needs.settings.lockout);
    throw error;
  }
}

/** Looked for in the place of an unknown name's account, so that the same question is asked. */
const nobody = '00000000-0000-7000-8000-000000000000' as Credential['accountId'];

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
    await countForNetwork(needs, tx, details);
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
): Promise<LogInOutcome | undefined> {
  const result = await rightDetails(needs, details, credential, lane, device, checked);
  if (result || !checked.renewed) return result;
  const again = await findCredential(needs.database, canonicalName(details.identifier), details.realm);
  const second = await look(needs, lane, again, details.password);
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
): Promise<LogInOutcome | undefined> {
  return inTransaction(needs.database, async (tx) => {
    const account = await lockAccount(tx, credential.accountId);
    if (!account || !(await isStillPassword(tx, account.id, details.realm, credential.hash)))
      return undefined;
    await clearLane(tx, lane);
    if (account.state !== 'active') return { outcome: 'deactivated' };
    if (renewed) await renewPassword(needs, tx, { account: account.id, realm: details.realm, hash: renewed });
    const from = { known: device, description: details.deviceDescription };
    const session = await startSession(needs, tx, credential.accountId, details.realm, from);
    await needs.audit.record(tx, {
      action: 'logged-in',
      actor: 'owner',
      subject: credential.accountId,
      session: session.id,
    });
    return { outcome: 'logged-in', session };
  });
}
