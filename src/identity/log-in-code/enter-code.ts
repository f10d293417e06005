import type { Tx } from '../../platform/database/database.ts';
import type { AccessLinkNeeds } from '../access-links/access-link.ts';
import { issueNotMeLink } from '../access-links/issue-not-me.ts';
import { findAccount } from '../account.store.ts';
import { type FinishLogInNeeds, goOnProven, type ProvenOutcome } from '../log-in-attempts/finish-log-in.ts';
import { type LogInAttempt, markAttemptHalfProven } from '../log-in-attempts/log-in-attempt.store.ts';
import { sendBeside } from '../log-in-attempts/ways.ts';
import { type CheckCodeNeeds, type CheckCodeOutcome, checkCode } from '../second-factors/check-code.ts';
import type { Factor } from '../second-factors/factor.ts';
import { isTrusted } from '../second-factors/factor-policy.ts';
import type { SendCodeNeeds } from '../second-factors/send-code.ts';
import { type TellAccountNeeds, tellAccount } from '../tell-account.ts';
import { recoveryCodeUsedEmail } from './log-in-code.email.tsx';

export type EnterCodeNeeds = CheckCodeNeeds &
  FinishLogInNeeds &
  SendCodeNeeds &
  AccessLinkNeeds &
  TellAccountNeeds;

export interface EnteredCode {
  way: Factor;
  isBeside: boolean;
  code: string;
  remember: boolean;
  clientNetwork: string;
}

/** `half-proven`: the number is new, so a code by email is asked for next. */
type Right = ProvenOutcome | { outcome: 'half-proven' };

export type EnterCodeOutcome = Right | Exclude<CheckCodeOutcome<Right>, { outcome: 'right' }>;

/** Checks the code that a log in waits for, and lets its owner in. */
export async function enterCode(
  needs: EnterCodeNeeds,
  attempt: LogInAttempt,
  entered: EnteredCode,
): Promise<EnterCodeOutcome> {
  const { way, isBeside, code, clientNetwork } = entered;
  const { id: boundTo, accountId, realm, deviceId } = attempt;
  const typed = { accountId, realm, deviceId, boundTo, factor: way, isBeside, code, clientNetwork };
  const checked = await checkCode(needs, typed, (tx) => goOn(needs, tx, attempt, entered));
  if (checked.outcome !== 'right') return checked;
  if (checked.done.outcome === 'half-proven') await sendBeside(needs, attempt);
  return checked.done;
}

async function goOn(
  needs: EnterCodeNeeds,
  tx: Tx,
  attempt: LogInAttempt,
  { way, isBeside, remember }: EnteredCode,
): Promise<Right> {
  if (!isBeside && !isTrusted(way, needs.clock.now())) {
    await markAttemptHalfProven(tx, attempt.id, way.id);
    return { outcome: 'half-proven' };
  }
  if (way.kind === 'recovery-codes') await tellOfRecoveryCode(needs, tx, attempt, way.codesLeft - 1);
  return goOnProven(needs, tx, attempt, { factor: way.id, remember });
}

async function tellOfRecoveryCode(
  needs: EnterCodeNeeds,
  tx: Tx,
  { accountId, realm }: LogInAttempt,
  left: number,
): Promise<void> {
  const account = await findAccount(tx, accountId);
  if (!account) return;
  await needs.audit.record(tx, { action: 'recovery-code-used', actor: 'owner', subject: accountId });
  const notMe = await issueNotMeLink(needs, tx, accountId, realm);
  await tellAccount(needs, tx, account, {
    kind: 'recovery-code-used',
    write: (notice, language) => recoveryCodeUsedEmail({ ...notice, realm, left, notMe }, language),
  });
}
