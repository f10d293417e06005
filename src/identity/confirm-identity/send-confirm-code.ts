import type { Actor } from '../../kernel/actor.ts';
import { ask, loggedIn } from '../../kernel/policy.ts';
import type { Factor } from '../second-factors/factor.ts';
import { type SendCodeNeeds, type SendCodeOutcome, sendCode } from '../second-factors/send-code.ts';
import { findOwnCredential } from '../sessions/renew-session.store.ts';
import { type FindWaysNeeds, findWays } from './find-ways.ts';

export type SendConfirmCodeOutcome = SendCodeOutcome | { outcome: 'not-a-way' };

/** Sends a code to a number or address of the person's own, for this session alone. */
export async function sendConfirmCode(
  needs: SendCodeNeeds & FindWaysNeeds,
  actor: Actor | undefined,
  way: string,
): Promise<SendConfirmCodeOutcome> {
  ask(loggedIn, actor, undefined);
  const { accountId, realm, sessionId } = actor.person;
  const factor = (await findWays(needs, actor)).factors.find(({ id }) => id === way);
  const to = factor && receiverOf(factor);
  if (!factor || !to) return { outcome: 'not-a-way' };
  const { deviceId } = await findOwnCredential(needs.database, sessionId);
  return sendCode(needs, { accountId, realm, deviceId, boundTo: sessionId, target: factor.id, to });
}

function receiverOf({ kind, phoneDialled }: Factor): { number: string } | 'email' | undefined {
  if (kind === 'email') return 'email';
  return kind === 'text' && phoneDialled ? { number: phoneDialled } : undefined;
}
