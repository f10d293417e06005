import type { Clock } from '../../kernel/clock.ts';
import type { MessageId } from '../../kernel/ids.ts';
import { findTextState, type TextState } from '../../notifications/index.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import type { Closure } from '../lockout/entry-lane.ts';
import type { LogInAttempt } from '../log-in-attempts/log-in-attempt.store.ts';
import { proofOfAttempt, waysOf } from '../log-in-attempts/ways.ts';
import { canRemember } from '../log-in-attempts/what-is-asked.ts';
import { findCodeClosure } from '../second-factors/code-lane.ts';
import type { Factor } from '../second-factors/factor.ts';
import { canProve, isTrusted } from '../second-factors/factor-policy.ts';
import { findResendAt } from '../second-factors/sending-limits.ts';
import { findLastSent } from '../second-factors/sent-code.store.ts';
import { besideTarget } from '../second-factors/sent-code.ts';

export interface CodeStepNeeds {
  clock: Clock;
  database: Database;
  settings: Settings;
}

/** Where a log in stands that waits for a code. */
export interface CodeStep {
  attempt: LogInAttempt;
  /** What may be typed now; none where only a passkey, or nothing, is there. */
  way: Factor | undefined;
  /** The code by email is asked for that a new number, `way`, needs beside it. */
  isBeside: boolean;
  others: Factor[];
  /** There is nothing to prove oneself with: it is set up first. */
  hasNothing: boolean;
  hasPasskey: boolean;
  /** The code that was last sent for it, and when another can be. */
  sent: SentCode | undefined;
  resendAt: Date;
  /** What became of it, for a text. */
  text: TextState | undefined;
  canRemember: boolean;
  closure: Closure | undefined;
}

export interface SentCode {
  sentAt: Date;
  expiresAt: Date;
  messageId: MessageId;
}

/** `wanted` names a way that was chosen; without it the first of the ways is meant. */
export async function readCodeStep(
  needs: CodeStepNeeds,
  attempt: LogInAttempt,
  wanted: string,
): Promise<CodeStep> {
  const { database, clock, settings } = needs;
  const proof = await proofOfAttempt(database, attempt);
  const ways = waysOf(needs, proof);
  const typed = ways.filter(({ kind }) => kind !== 'passkey');
  const half = wanted ? undefined : halfProven(typed, attempt, clock.now());
  const way = half ?? typed.find(({ id }) => id === wanted) ?? typed[0];
  return {
    attempt,
    way,
    isBeside: half !== undefined,
    others: typed.filter(({ id }) => half !== undefined || id !== way?.id),
    hasNothing: !proof.factors.some(canProve),
    hasPasskey: typed.length < ways.length,
    ...(await whatWasSent(needs, attempt, half ? besideTarget(attempt) : way && targetOf(way))),
    canRemember: canRemember({ settings, realm: attempt.realm, proof }),
    closure: await findCodeClosure(needs, database, attempt, clock.now()),
  };
}

const halfProven = (ways: Factor[], { halfProvenBy }: LogInAttempt, now: Date): Factor | undefined =>
  ways.find((way) => way.id === halfProvenBy && !isTrusted(way, now));

const targetOf = ({ id, kind }: Factor) => (kind === 'text' || kind === 'email' ? id : undefined);

async function whatWasSent(needs: CodeStepNeeds, { id }: LogInAttempt, target: string | undefined) {
  const { clock, database } = needs;
  if (!target) return { sent: undefined, resendAt: clock.now(), text: undefined };
  const sent = await findLastSent(database, { boundTo: id, target });
  return {
    sent,
    resendAt: await findResendAt(needs, database, target),
    text: sent && (await findTextState(database, sent.messageId)),
  };
}
