import type { Audit } from '../../audit/index.ts';
import { days } from '../../kernel/duration.ts';
import { type Database, inTransaction, type Tx } from '../../platform/database/database.ts';
import { countUse } from '../../platform/limits/limit.ts';
import { lockAccount } from '../account.store.ts';
import { findHeldAttempt } from '../log-in-attempts/held-attempt.store.ts';
import type { LogInAttempt } from '../log-in-attempts/log-in-attempt.store.ts';
import { listFactors } from '../second-factors/factor.store.ts';
import {
  findWaitingRequest,
  type ResetReason,
  type ResetRequestId,
} from '../second-factors/reset-request.store.ts';
import { addResetRequest } from './cannot-use.store.ts';
import { type TellOfRequestNeeds, tellOfRequest } from './tell-of-request.ts';

export interface AskForResetNeeds extends TellOfRequestNeeds {
  audit: Audit;
  database: Database;
}

export interface AskedForReset {
  reason: ResetReason;
  words: string;
  phone: string;
  clientNetwork: string;
}

export type AskForResetOutcome =
  | { outcome: 'asked' }
  /** One waits already; a second would tell staff nothing. */
  | { outcome: 'waits-already' }
  | { outcome: 'too-many' }
  /** The log in ended meanwhile, or there is nothing to reset. */
  | { outcome: 'over' };

const mostPerDay = 3;

/**
 * Takes down for staff that somebody who entered the right password cannot get a code. It changes nothing and lets
 * nobody in; its owner hears of it everywhere, and can stop it with one press.
 */
export const askForReset = (
  needs: AskForResetNeeds,
  attempt: LogInAttempt,
  asked: AskedForReset,
): Promise<AskForResetOutcome> =>
  inTransaction(needs.database, async (tx) => {
    const { accountId, realm } = attempt;
    const now = needs.clock.now();
    const account = await lockAccount(tx, accountId);
    const factors = await listFactors(tx, accountId, realm);
    const isWaiting = await findHeldAttempt(tx, attempt.id, now);
    if (account?.state !== 'active' || !isWaiting || factors.length === 0) return { outcome: 'over' };
    if (await findWaitingRequest(tx, accountId, realm)) return { outcome: 'waits-already' };
    if (!(await isWithinLimit(tx, attempt, now))) return { outcome: 'too-many' };
    const { clientNetwork, ...said } = asked;
    const id = needs.ids.next<'factor-reset-request'>() satisfies ResetRequestId;
    const reference = needs.ids.reference();
    await addResetRequest(tx, needs.ids, { id, reference, accountId, realm, ...said, now });
    await needs.audit.record(tx, {
      action: 'factor-reset-asked',
      actor: 'anyone',
      subject: accountId,
      record: { type: 'factor-reset', id },
      clientNetwork,
    });
    await tellOfRequest(needs, tx, account, { realm, reference, factors });
    return { outcome: 'asked' };
  });

const isWithinLimit = async (tx: Tx, { accountId }: LogInAttempt, now: Date): Promise<boolean> =>
  (await countUse(tx, { name: `factor-reset:${accountId}`, window: days(1), atMost: mostPerDay, now }))
    .allowed;
