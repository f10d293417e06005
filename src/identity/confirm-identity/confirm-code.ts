import type { Actor } from '../../kernel/actor.ts';
import { ask, loggedIn } from '../../kernel/policy.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import { inTransaction } from '../../platform/database/database.ts';
import { lockAccount } from '../account.store.ts';
import { type CheckCodeNeeds, type CheckCodeOutcome, checkCode } from '../second-factors/check-code.ts';
import type { Factor } from '../second-factors/factor.ts';
import { revokeDevice } from '../sessions/device.store.ts';
import { findOwnCredential } from '../sessions/renew-session.store.ts';
import { renewSession } from '../sessions/renew-session.ts';
import { endSession } from '../sessions/session.store.ts';
import { type FindWaysNeeds, findWays } from './find-ways.ts';

export type ConfirmCodeNeeds = CheckCodeNeeds & FindWaysNeeds & { secrets: Secrets };

type Checked = CheckCodeOutcome<string | undefined>;

export type ConfirmCodeOutcome =
  | { outcome: 'confirmed'; token: string | undefined }
  /** It was removed, or stopped being trusted, since the page was shown. */
  | { outcome: 'not-a-way' }
  | (Exclude<Checked, { outcome: 'right' }> & { factor: Factor });

interface TypedCode {
  way: string;
  code: string;
  token: string;
  clientNetwork: string;
}

/** Takes a security code of somebody who is logged in; the session goes on under a new token. */
export async function confirmCode(
  needs: ConfirmCodeNeeds,
  actor: Actor | undefined,
  { way, code, token, clientNetwork }: TypedCode,
): Promise<ConfirmCodeOutcome> {
  ask(loggedIn, actor, undefined);
  const { accountId, realm, sessionId } = actor.person;
  const factor = (await findWays(needs, actor)).factors.find(({ id }) => id === way);
  if (!factor) return { outcome: 'not-a-way' };
  const { deviceId } = await findOwnCredential(needs.database, sessionId);
  const typed = { accountId, realm, boundTo: sessionId, deviceId, factor, code, clientNetwork };
  const checked: Checked = await checkCode(needs, typed, async (tx) => {
    const renewed = await renewSession(needs, tx, actor, token, { factorProven: true });
    if (renewed) await needs.audit.record(tx, { action: 'code-confirmed', actor });
    return renewed;
  });
  if (checked.outcome === 'right') return { outcome: 'confirmed', token: checked.done };
  if (checked.outcome === 'closed' && checked.justNow) await leave(needs, actor);
  return { ...checked, factor };
}

/** Whoever sits down at an open session cannot go on guessing. */
const leave = (needs: ConfirmCodeNeeds, { person }: Actor) =>
  inTransaction(needs.database, async (tx) => {
    const now = needs.clock.now();
    await lockAccount(tx, person.accountId);
    const { deviceId } = await findOwnCredential(tx, person.sessionId);
    if (deviceId) await revokeDevice(tx, deviceId, now);
    await endSession(tx, person.sessionId, 'too-many-tries', now);
  });
