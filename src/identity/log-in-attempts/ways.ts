import type { Clock } from '../../kernel/clock.ts';
import type { Queryable } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { findProofRecord, type ProofRecord } from '../second-factors/factor.store.ts';
import type { Factor } from '../second-factors/factor.ts';
import { inOrder, usableFactors } from '../second-factors/factor-policy.ts';
import { type SendCodeNeeds, type SendCodeOutcome, sendCode } from '../second-factors/send-code.ts';
import { besideTarget } from '../second-factors/sent-code.ts';
import type { LogInAttempt } from './log-in-attempt.store.ts';

interface WaysNeeds {
  clock: Clock;
  settings: Pick<Settings, 'secondFactor'>;
}

/** The ways in which the owner of a log in that waits can prove themselves now, the one to offer first at the start. */
export const waysOf = ({ clock, settings }: WaysNeeds, proof: ProofRecord): Factor[] =>
  inOrder(
    settings.secondFactor,
    usableFactors(proof.factors, { now: clock.now(), recoveredAt: proof.recoveredAt }),
  );

export const proofOfAttempt = (
  db: Queryable,
  { accountId, realm, deviceId }: LogInAttempt,
): Promise<ProofRecord> => findProofRecord(db, { account: accountId, realm, device: deviceId });

type Sendable = Pick<LogInAttempt, 'id' | 'accountId' | 'realm' | 'deviceId'>;

/** Sends a code to a number or to the account's mail, for ways that have one sent. */
export async function sendForWay(
  needs: SendCodeNeeds,
  attempt: Sendable,
  way: Pick<Factor, 'id' | 'kind' | 'phoneDialled'> | undefined,
): Promise<SendCodeOutcome | undefined> {
  const { accountId, realm, deviceId } = attempt;
  const to = way && recipientOf(way);
  if (!way || !to) return undefined;
  return sendCode(needs, { accountId, realm, deviceId, boundTo: attempt.id, target: way.id, to });
}

/** Sends the code by email that a number needs beside it until it is trusted. */
export const sendBeside = (needs: SendCodeNeeds, attempt: Sendable): Promise<SendCodeOutcome> => {
  const { accountId, realm, deviceId } = attempt;
  const target = besideTarget(attempt);
  return sendCode(needs, { accountId, realm, deviceId, boundTo: attempt.id, target, to: 'email' });
};

function recipientOf({ kind, phoneDialled }: Pick<Factor, 'kind' | 'phoneDialled'>) {
  if (kind === 'email') return 'email' as const;
  return kind === 'text' && phoneDialled ? { number: phoneDialled } : undefined;
}
