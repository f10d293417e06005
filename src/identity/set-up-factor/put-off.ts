import { after } from '../../kernel/duration.ts';
import { type Database, inTransaction, type Queryable } from '../../platform/database/database.ts';
import { lockAccount } from '../account.store.ts';
import { type FinishLogInNeeds, finishLogIn } from '../log-in-attempts/finish-log-in.ts';
import { findHeldAttempt } from '../log-in-attempts/held-attempt.store.ts';
import type { LogInAttempt } from '../log-in-attempts/log-in-attempt.store.ts';
import { listFactors } from '../second-factors/factor.store.ts';
import { findFirstAsked } from '../second-factors/factor-asked.store.ts';
import { canProve } from '../second-factors/factor-policy.ts';
import type { StartedSession } from '../sessions/start-session.ts';

type Needs = FinishLogInNeeds & { database: Database };

/** Until when a person may log in without setting anything up; undefined when that time is over, or was never given. */
export async function graceUntil(
  { clock, settings }: Pick<Needs, 'clock' | 'settings'>,
  db: Queryable,
  { accountId, realm }: Pick<LogInAttempt, 'accountId' | 'realm'>,
): Promise<Date | undefined> {
  const firstAsked = await findFirstAsked(db, accountId, realm);
  const until = firstAsked && after(firstAsked, settings.secondFactor.grace);
  return until && until > clock.now() ? until : undefined;
}

/** "Not now". Whoever has a way to prove themselves has given it first. */
export const putOff = (needs: Needs, attempt: LogInAttempt): Promise<StartedSession | undefined> =>
  inTransaction(needs.database, async (tx) => {
    await lockAccount(tx, attempt.accountId);
    const held = await findHeldAttempt(tx, attempt.id, needs.clock.now());
    if (!held || !(await graceUntil(needs, tx, attempt))) return undefined;
    const factors = await listFactors(tx, attempt.accountId, attempt.realm);
    if (!held.provenAt && factors.some(canProve)) return undefined;
    return finishLogIn(needs, tx, attempt, { remember: false, factorProven: held.provenAt !== null });
  });
