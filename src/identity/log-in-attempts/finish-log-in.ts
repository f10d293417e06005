import type { Audit } from '../../audit/index.ts';
import { after } from '../../kernel/duration.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { lockAccount } from '../account.store.ts';
import { findProofRecord, type ProofRecord } from '../second-factors/factor.store.ts';
import type { FactorId } from '../second-factors/factor.ts';
import { noteFactorAsked } from '../second-factors/factor-asked.store.ts';
import { withdrawRequests } from '../second-factors/withdraw-requests.ts';
import { rememberDevice } from '../sessions/device.store.ts';
import { type StartedSession, type StartSessionNeeds, startSession } from '../sessions/start-session.ts';
import { endAttempt, type LogInAttempt, markAttemptProven } from './log-in-attempt.store.ts';
import { canRemember, lacksFactor } from './what-is-asked.ts';

export type FinishLogInNeeds = Omit<StartSessionNeeds, 'settings'> & {
  audit: Audit;
  settings: Pick<Settings, 'organisations' | 'session' | 'secondFactor'>;
};

interface Finishing {
  /** Whether its owner wants no code asked for on this device, which is done where the rules allow it. */
  remember: boolean;
  /** Whether a factor was given, or set up, in this log in. */
  factorProven: boolean;
}

/**
 * Turns a log in that waited into a session. Nothing when it ended, or was finished in another tab. Call it with the
 * account held, after its code was proven or its first factor set up.
 */
export const finishLogIn = async (
  needs: FinishLogInNeeds,
  tx: Tx,
  attempt: LogInAttempt,
  finishing: Finishing,
): Promise<StartedSession | undefined> =>
  finish(needs, tx, attempt, { ...finishing, proof: await proofOf(tx, attempt) });

export type ProvenOutcome =
  | { outcome: 'logged-in'; session: StartedSession }
  /** The right one was given, and the policy wants a better one: it is set up in the same log in. */
  | { outcome: 'set-up-needed' }
  /** It was finished in another tab, or something ended it. */
  | { outcome: 'ended' };

/** Goes on with a log in whose owner just proved themselves with one of their factors. Call it with the account held. */
export async function goOnProven(
  needs: FinishLogInNeeds,
  tx: Tx,
  attempt: LogInAttempt,
  { factor, remember }: { factor: FactorId; remember: boolean },
): Promise<ProvenOutcome> {
  const proof = await proofOf(tx, attempt);
  const { accountId, realm } = attempt;
  const now = needs.clock.now();
  await markAttemptProven(tx, attempt.id, factor, now);
  if (lacksFactor({ settings: needs.settings, realm, proof })) {
    await noteFactorAsked(tx, accountId, realm, now);
    return { outcome: 'set-up-needed' };
  }
  const session = await finish(needs, tx, attempt, { proof, remember, factorProven: true });
  return session ? { outcome: 'logged-in', session } : { outcome: 'ended' };
}

const proofOf = (tx: Tx, { accountId, realm, deviceId }: LogInAttempt): Promise<ProofRecord> =>
  findProofRecord(tx, { account: accountId, realm, device: deviceId });

async function finish(
  needs: FinishLogInNeeds,
  tx: Tx,
  attempt: LogInAttempt,
  { proof, remember, factorProven }: Finishing & { proof: ProofRecord },
): Promise<StartedSession | undefined> {
  const { clock, settings, audit } = needs;
  const { accountId, realm } = attempt;
  const now = clock.now();
  const account = await lockAccount(tx, accountId);
  if (account?.state !== 'active' || !(await endAttempt(tx, attempt.id, now))) return undefined;
  const device = { known: proof.device ?? undefined, description: attempt.deviceDescription };
  const session = await startSession(needs, tx, accountId, realm, device, factorProven ? now : null);
  if (remember && factorProven && canRemember({ settings, realm, proof }))
    await rememberDevice(tx, session.deviceId, after(now, settings.secondFactor.rememberDevice));
  if (factorProven) await withdrawRequests(needs, tx, { accountId, realm, now });
  await audit.record(tx, { action: 'logged-in', actor: 'owner', subject: accountId, session: session.id });
  return session;
}
