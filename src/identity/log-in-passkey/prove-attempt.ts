import { type FinishLogInNeeds, goOnProven, type ProvenOutcome } from '../log-in-attempts/finish-log-in.ts';
import type { LogInAttempt } from '../log-in-attempts/log-in-attempt.store.ts';
import type { PasskeyAnswer } from '../passkeys/passkey-exchange.ts';
import { type ProvePasskeyNeeds, provePasskey } from '../passkeys/prove-passkey.ts';

export type ProveAttemptNeeds = ProvePasskeyNeeds & FinishLogInNeeds;

export type ProveAttemptOutcome = ProvenOutcome | { outcome: 'refused' | 'too-late' | 'copied' };

/** Goes on with a log in that waits, with a passkey in the place of a security code. */
export async function proveAttempt(
  needs: ProveAttemptNeeds,
  attempt: LogInAttempt,
  { remember, ...answer }: PasskeyAnswer & { remember: boolean },
): Promise<ProveAttemptOutcome> {
  const { accountId, realm, id: boundTo } = attempt;
  const proof = await provePasskey(needs, { ...answer, accountId, realm, boundTo }, (tx, { passkey }) =>
    goOnProven(needs, tx, attempt, { factor: passkey.id, remember }),
  );
  return proof.outcome === 'right' ? proof.done : proof;
}
