import type { Actor } from '../../kernel/actor.ts';
import { ask, loggedIn } from '../../kernel/policy.ts';
import type { PasskeyAnswer } from '../passkeys/passkey-exchange.ts';
import { type ProvePasskeyNeeds, provePasskey } from '../passkeys/prove-passkey.ts';
import { renewSession } from '../sessions/renew-session.ts';

export type ConfirmPasskeyOutcome =
  | { outcome: 'confirmed'; token: string | undefined }
  | { outcome: 'refused' | 'too-late' | 'copied' };

/** Takes a passkey of somebody who is logged in; the session goes on under a new token. */
export async function confirmPasskey(
  needs: ProvePasskeyNeeds,
  actor: Actor | undefined,
  { token, ...answer }: PasskeyAnswer & { token: string },
): Promise<ConfirmPasskeyOutcome> {
  ask(loggedIn, actor, undefined);
  const { accountId, realm, sessionId: boundTo } = actor.person;
  const proof = await provePasskey(needs, { ...answer, accountId, realm, boundTo }, async (tx) => {
    const renewed = await renewSession(needs, tx, actor, token, { factorProven: true });
    if (renewed) await needs.audit.record(tx, { action: 'passkey-confirmed', actor });
    return renewed;
  });
  return proof.outcome === 'right' ? { outcome: 'confirmed', token: proof.done } : proof;
}
