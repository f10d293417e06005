import type { Realm, SessionId } from '../../kernel/actor.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Duration } from '../../kernel/duration.ts';
import type { AccountId, Ids } from '../../kernel/ids.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import type { DeviceId } from '../lockout/entry-lane.ts';
import { newDevice, usedDevice } from './device.store.ts';
import { addSession } from './session.store.ts';

export interface StartSessionNeeds {
  clock: Clock;
  ids: Ids;
  secrets: Secrets;
  settings: Pick<Settings, 'session'>;
}

/** A session and the secrets a browser is given for it, which are kept by us only as hashes. */
export interface StartedSession {
  id: SessionId;
  deviceId: DeviceId;
  sessionToken: string;
  /** Only for a device that was not known before. */
  deviceSecret: string | undefined;
}

/**
 * Starts a session under a fresh token, whatever the browser carried before, and gets to know the device. One that is
 * `lasting` stays for so long, used or not.
 */
export async function startSession(
  needs: StartSessionNeeds,
  tx: Tx,
  account: AccountId,
  realm: Realm,
  device: { known: DeviceId | undefined; description: string },
  factorProvenAt: Date | null = null,
  lasting?: Duration,
): Promise<StartedSession> {
  const now = needs.clock.now();
  const token = needs.secrets.issue();
  const fresh = device.known ? undefined : needs.secrets.issue();
  const deviceId = device.known ?? needs.ids.next<'device'>();
  const { description } = device;
  const onDevice = fresh
    ? newDevice(tx, { id: deviceId, accountId: account, realm, secretHash: fresh.hash, description, now })
    : usedDevice(tx, deviceId, now);
  const id: SessionId = needs.ids.next<'session'>();
  const longest = lasting ?? needs.settings.session.longest;
  const session = {
    id,
    tokenHash: token.hash,
    accountId: account,
    realm,
    deviceId,
    factorProvenAt,
    now,
    longest,
    isLasting: lasting !== undefined,
  };
  await addSession(tx, session, onDevice);
  return { id, deviceId, sessionToken: token.plain, deviceSecret: fresh?.plain };
}
