import type { Realm } from '../../kernel/actor.ts';
import type { Clock } from '../../kernel/clock.ts';
import { readEmailAddress } from '../../kernel/email-address.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import { hashOfSecret } from '../../kernel/secrets.ts';
import { foldName } from '../../kernel/username.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { findCredential } from '../account.store.ts';
import type { Credential } from '../account.ts';
import { type DeviceId, type Lane, subjectOf } from '../lockout/entry-lane.ts';
import { limitTries } from '../lockout/network-limit.ts';
import type { Turn } from '../passwords/hashing-turns.ts';
import { findKnownDevice } from '../sessions/device.store.ts';

interface LookUpNeeds {
  clock: Clock;
  database: Database;
  keyRing: KeyRing;
  settings: Pick<Settings, 'lockout'>;
}

interface Named {
  realm: Realm;
  identifier: string;
  deviceSecret: string | undefined;
  clientNetwork: string;
}

/** Whose password is to be looked at, and from where; the same questions are asked about a name nobody has. */
export interface Found {
  realm: Realm;
  name: string;
  credential: Credential | undefined;
  device: DeviceId | undefined;
}

export const turnOf = ({ device }: Found): Turn => (device ? 'first' : 'in-turn');

export async function lookUp(needs: LookUpNeeds, details: Named): Promise<Found> {
  await limitTries(needs, needs.database, details.clientNetwork);
  const name = canonicalName(details.identifier);
  const credential = await findCredential(needs.database, name, details.realm);
  return { realm: details.realm, name, credential, device: await knownDevice(needs, details, credential) };
}

/** What a person may log in with, in its one canonical form; anything may be typed. */
export const canonicalName = (identifier: string): string =>
  readEmailAddress(identifier)?.canonical ?? foldName(identifier).slice(0, 300);

async function knownDevice(
  needs: LookUpNeeds,
  { realm, deviceSecret }: Named,
  credential: Credential | undefined,
): Promise<DeviceId | undefined> {
  if (!deviceSecret) return undefined;
  const account = credential?.accountId ?? nobody;
  return (await findKnownDevice(needs.database, account, realm, hashOfSecret(deviceSecret)))?.id;
}

/** The counter that this try belongs to. */
export function laneOf({ keyRing, settings }: LookUpNeeds, { realm, credential, name, device }: Found): Lane {
  const ownLane = settings.lockout.knownDevices ? device : undefined;
  return {
    subject: subjectOf(keyRing, credential?.accountId, name),
    realm,
    step: 'password',
    deviceId: ownLane ?? null,
  };
}

/** Looked for in the place of an unknown name's account, so that the same question is asked. */
const nobody = '00000000-0000-7000-8000-000000000000' as Credential['accountId'];
