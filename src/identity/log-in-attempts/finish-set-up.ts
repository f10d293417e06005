import { type Database, inTransaction, type Tx } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { lockAccount } from '../account.store.ts';
import { listFactors } from '../second-factors/factor.store.ts';
import { areEnough } from '../second-factors/factor-policy.ts';
import type { StartedSession } from '../sessions/start-session.ts';
import { type FinishLogInNeeds, finishLogIn } from './finish-log-in.ts';
import { findHeldAttempt } from './held-attempt.store.ts';
import type { LogInAttempt } from './log-in-attempt.store.ts';

export type FinishSetUpNeeds = FinishLogInNeeds & {
  database: Database;
  settings: Pick<Settings, 'organisations' | 'session' | 'secondFactor'>;
};

export type FinishSetUpOutcome =
  | { outcome: 'logged-in'; session: StartedSession }
  /** What was set up so far does not suffice alone. */
  | { outcome: 'not-enough' }
  /** The account has a factor that this log in did not set up: a code is asked for. */
  | { outcome: 'must-prove' }
  /** It ended, or was finished in another tab. */
  | { outcome: 'over' };

/** Ends the set-up in a log in that waited: what its account has now is asked while the account is held. */
export const finishSetUp = (
  needs: FinishSetUpNeeds,
  attempt: LogInAttempt,
  { remember }: { remember: boolean },
): Promise<FinishSetUpOutcome> =>
  inTransaction(needs.database, async (tx) => {
    await lockAccount(tx, attempt.accountId);
    const now = await findHeldAttempt(tx, attempt.id, needs.clock.now());
    if (!now) return { outcome: 'over' };
    const factors = await listFactors(tx, attempt.accountId, attempt.realm);
    if (!areEnough(needs.settings.secondFactor, factors)) return { outcome: 'not-enough' };
    return now.provenAt ? finish(needs, tx, attempt, remember) : { outcome: 'must-prove' };
  });

async function finish(
  needs: FinishSetUpNeeds,
  tx: Tx,
  attempt: LogInAttempt,
  remember: boolean,
): Promise<FinishSetUpOutcome> {
  const session = await finishLogIn(needs, tx, attempt, { remember, factorProven: true });
  return session ? { outcome: 'logged-in', session } : { outcome: 'over' };
}
