import type { Audit } from '../../audit/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import { type Database, inTransaction } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { lockAccount } from '../account.store.ts';
import type { PasswordCheck, PasswordHasher } from '../passwords/password-hashing.ts';
import { revokeDevice } from '../sessions/device.store.ts';
import { findOwnCredential } from '../sessions/renew-session.store.ts';
import { endSession } from '../sessions/session.store.ts';
import { type Closure, giveTryBack, type Lane, reserveTry } from './entry-lane.ts';
import { countWrongTry, limitTries } from './network-limit.ts';

export interface OwnPasswordNeeds {
  audit: Audit;
  clock: Clock;
  database: Database;
  hasher: PasswordHasher;
  keyRing: KeyRing;
  settings: Pick<Settings, 'lockout'>;
}

export type OwnPasswordOutcome =
  /** Ask `isStillPassword` of the hash and `clearLane` in the transaction of the change. */
  | { outcome: 'right'; hash: string | undefined; lane: Lane; check: PasswordCheck }
  | { outcome: 'wrong'; left: number }
  /** `justNow`: this try closed it, and the session that guessed has ended. */
  | { outcome: 'closed'; closure: Closure; justNow: boolean };

/**
 * Checks the password of somebody who is logged in. Wrong ones count with those of log in, and the one that closes
 * password entry ends the session, so that whoever sits down at an open one cannot go on guessing.
 * Call it within `hasher.admit`.
 */
export async function checkOwnPassword(
  needs: OwnPasswordNeeds,
  actor: Actor,
  { password, clientNetwork }: { password: string; clientNetwork: string },
): Promise<OwnPasswordOutcome> {
  const { database, settings, clock } = needs;
  const { accountId, realm, sessionId } = actor.person;
  await limitTries(needs, database, clientNetwork);
  const { hash, deviceId } = await findOwnCredential(database, sessionId);
  const lane: Lane = {
    subject: accountId,
    realm,
    step: 'password',
    deviceId: settings.lockout.knownDevices ? deviceId : null,
  };
  const taken = await reserveTry(database, lane, settings.lockout, clock.now());
  if (taken.outcome === 'closed') return { ...taken, justNow: false };
  const check = await look(needs, lane, hash, password);
  if (check.isRight) return { outcome: 'right', hash, lane, check };
  await noteWrong(needs, actor, { lane, clientNetwork, closes: taken.closesWith !== undefined });
  if (taken.closesWith) return { outcome: 'closed', closure: taken.closesWith, justNow: true };
  return { outcome: 'wrong', left: taken.left };
}

/** A try whose password was not looked at, because the machine is too busy, costs nobody anything. */
async function look(needs: OwnPasswordNeeds, lane: Lane, hash: string | undefined, password: string) {
  try {
    return await needs.hasher.check(hash, password, 'first');
  } catch (error) {
    await giveTryBack(needs.database, lane, needs.settings.lockout);
    throw error;
  }
}

const noteWrong = (
  needs: OwnPasswordNeeds,
  actor: Actor,
  { lane, clientNetwork, closes }: { lane: Lane; clientNetwork: string; closes: boolean },
) =>
  inTransaction(needs.database, async (tx) => {
    const now = needs.clock.now();
    await lockAccount(tx, actor.person.accountId);
    await countWrongTry(needs, tx, clientNetwork);
    await needs.audit.record(tx, { action: closes ? 'password-entry-closed' : 'password-wrong', actor });
    if (!closes) return;
    if (lane.deviceId) await revokeDevice(tx, lane.deviceId, now);
    await endSession(tx, actor.person.sessionId, 'too-many-tries', now);
  });
