import type { Clock } from '../../kernel/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { lockAccount } from '../account.store.ts';
import type { Account } from '../account.ts';
import { findFreeze } from '../freeze.store.ts';
import { findHeldAttempt } from '../log-in-attempts/held-attempt.store.ts';
import { askProven } from './ask-proven.ts';
import { isSessionOpen } from './asker.store.ts';
import type { Asker } from './asker.ts';
import { listFactors } from './factor.store.ts';
import type { Factor } from './factor.ts';
import { canProve } from './factor-policy.ts';

export interface HoldNeeds {
  clock: Clock;
  settings: Pick<Settings, 'session' | 'secondFactor'>;
}

export type NotHeld =
  /** The session or the waiting log in ended meanwhile, or the account stopped. */
  | { outcome: 'over' }
  /** Its owner said "this was not me", and staff have not looked yet. */
  | { outcome: 'frozen' }
  /** A log in that began without any factor, and somebody set one up meanwhile: it must give a code now. */
  | { outcome: 'must-prove' };

export type HoldOutcome =
  /** `since`: nothing of the change is older, and everything before it is. */
  { outcome: 'held'; account: Account; factors: Factor[]; since: Date } | NotHeld;

/**
 * Holds an account for a change of its factors, and asks whether this asker may make one. Two that set up a first one
 * at once wait here for each other, and the second finds that it has to give a code.
 */
export async function holdFactors(needs: HoldNeeds, tx: Tx, asker: Asker): Promise<HoldOutcome> {
  const account = await lockAccount(tx, asker.accountId);
  const now = needs.clock.now();
  if (account?.state !== 'active') return { outcome: 'over' };
  const factors = await listFactors(tx, asker.accountId, asker.realm);
  const refused = await refuse(needs, tx, asker, { factors, now });
  if (refused) return refused;
  // A log in that waits changes nothing but what it cannot do without, and had to give a code where there is one.
  if (asker.via.in === 'session' && (await findFreeze(tx, account.id))) return { outcome: 'frozen' };
  return { outcome: 'held', account, factors, since: now };
}

async function refuse(
  needs: HoldNeeds,
  tx: Tx,
  { via }: Asker,
  { factors, now }: { factors: readonly Factor[]; now: Date },
): Promise<NotHeld | undefined> {
  if (via.in === 'session') {
    if (!(await isSessionOpen(tx, via.actor.person.sessionId))) return { outcome: 'over' };
    await askProven(needs, tx, via.actor);
    return undefined;
  }
  const attempt = await findHeldAttempt(tx, via.attempt.id, now);
  if (!attempt) return { outcome: 'over' };
  return factors.some(canProve) && !attempt.provenAt ? { outcome: 'must-prove' } : undefined;
}
