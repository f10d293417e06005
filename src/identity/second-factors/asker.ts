import { type Actor, actingForThemselves, type Realm, type SessionId } from '../../kernel/actor.ts';
import type { AccountId } from '../../kernel/ids.ts';
import type { Queryable } from '../../platform/database/database.ts';
import { findAccount } from '../account.store.ts';
import type { DeviceId } from '../lockout/entry-lane.ts';
import type { LogInAttempt, LogInAttemptId } from '../log-in-attempts/log-in-attempt.store.ts';
import { findSessionDevice } from './asker.store.ts';

/** Who sets up, changes or gives a second factor: somebody logged in, or a log in that waits. */
export interface Asker {
  accountId: AccountId;
  realm: Realm;
  /** Codes that are sent, and what is being set up, work in this session or waiting log in only. */
  boundTo: SessionId | LogInAttemptId;
  /** The known device, which has a counter of wrong codes of its own. */
  deviceId: DeviceId | null;
  /** As its owner would recognise it, like "Firefox on Windows". */
  device: string;
  fullName: string;
  email: string;
  via: { in: 'session'; actor: Actor } | { in: 'log-in'; attempt: LogInAttempt };
}

/** Somebody who is logged in, for their own account: factors are never changed for another person. */
export async function askerOfSession(db: Queryable, { person }: Actor): Promise<Asker> {
  const { accountId, realm, sessionId } = person;
  const on = await findSessionDevice(db, sessionId);
  return {
    accountId,
    realm,
    boundTo: sessionId,
    deviceId: on?.deviceId ?? null,
    device: on?.description ?? '',
    ...(await nameOf(db, accountId)),
    via: { in: 'session', actor: actingForThemselves(person) },
  };
}

export async function askerOfAttempt(db: Queryable, attempt: LogInAttempt): Promise<Asker> {
  const { id, accountId, realm, deviceId, deviceDescription } = attempt;
  return {
    accountId,
    realm,
    boundTo: id,
    deviceId,
    device: deviceDescription,
    ...(await nameOf(db, accountId)),
    via: { in: 'log-in', attempt },
  };
}

async function nameOf(db: Queryable, id: AccountId): Promise<Pick<Asker, 'fullName' | 'email'>> {
  const account = await findAccount(db, id);
  if (!account) throw new Error('an account vanished while its owner set up a second factor');
  return { fullName: account.fullName, email: account.email };
}
