import type { Realm } from '../../kernel/actor.ts';
import type { Clock } from '../../kernel/clock.ts';
import { after, minutes } from '../../kernel/duration.ts';
import type { AccountId, Ids } from '../../kernel/ids.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { DeviceId } from '../lockout/entry-lane.ts';
import { addAttempt, type LogInAttemptId } from './log-in-attempt.store.ts';

export interface BeginAttemptNeeds {
  clock: Clock;
  ids: Ids;
  secrets: Secrets;
}

/** Long enough to fetch a phone, and to set up an app by a guide. */
const attemptLife = minutes(30);

/** Remembers that the password was right, for the browser that is given the token and for nobody else. */
export async function beginAttempt(
  needs: BeginAttemptNeeds,
  tx: Tx,
  from: { accountId: AccountId; realm: Realm; device: DeviceId | undefined; description: string },
): Promise<{ id: LogInAttemptId; token: string }> {
  const now = needs.clock.now();
  const token = needs.secrets.issue();
  const id: LogInAttemptId = needs.ids.next<'log-in-attempt'>();
  await addAttempt(tx, {
    id,
    tokenHash: token.hash,
    accountId: from.accountId,
    realm: from.realm,
    deviceId: from.device ?? null,
    deviceDescription: from.description,
    now,
    expiresAt: after(now, attemptLife),
  });
  return { id, token: token.plain };
}
