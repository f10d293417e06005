import type { Audit } from '../../audit/index.ts';
import type { Realm } from '../../kernel/actor.ts';
import type { AccountId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { type BeginAttemptNeeds, beginAttempt } from '../log-in-attempts/begin-attempt.ts';
import type { LogInAttempt } from '../log-in-attempts/log-in-attempt.store.ts';
import { waysOf } from '../log-in-attempts/ways.ts';
import { whatIsAsked } from '../log-in-attempts/what-is-asked.ts';
import type { ProofRecord } from '../second-factors/factor.store.ts';
import type { Factor } from '../second-factors/factor.ts';
import { noteFactorAsked } from '../second-factors/factor-asked.store.ts';
import { type StartedSession, startSession } from '../sessions/start-session.ts';

type AfterPasswordNeeds = BeginAttemptNeeds & {
  audit: Audit;
  settings: Pick<Settings, 'organisations' | 'session' | 'secondFactor'>;
};

/** What the first code is sent for, once no other log in waits for this one. */
export interface CodeNeeded {
  outcome: 'code-needed';
  token: string;
  waiting: Pick<LogInAttempt, 'id' | 'accountId' | 'realm' | 'deviceId'>;
  way: Factor | undefined;
}

type AfterPassword =
  | { outcome: 'logged-in'; session: StartedSession }
  | { outcome: 'set-up-needed'; token: string }
  | CodeNeeded;

/** What follows the right password: a session, or a log in that waits. Call it with the account held. */
export async function goOn(
  needs: AfterPasswordNeeds,
  tx: Tx,
  { realm, deviceDescription: description }: { realm: Realm; deviceDescription: string },
  accountId: AccountId,
  proof: ProofRecord,
): Promise<AfterPassword> {
  const now = needs.clock.now();
  const asked = whatIsAsked({ settings: needs.settings, realm, proof }, now);
  if (asked === 'nothing') {
    const from = { known: proof.device ?? undefined, description };
    const session = await startSession(needs, tx, accountId, realm, from);
    const event = { actor: 'owner', subject: accountId, session: session.id } as const;
    await needs.audit.record(tx, { action: 'logged-in', ...event });
    return { outcome: 'logged-in', session };
  }
  const from = { accountId, realm, device: proof.device ?? undefined, description };
  const { id, token } = await beginAttempt(needs, tx, from);
  await needs.audit.record(tx, { action: 'code-asked', actor: 'owner', subject: accountId });
  if (asked === 'set-up') {
    await noteFactorAsked(tx, accountId, realm, now);
    return { outcome: 'set-up-needed', token };
  }
  const waiting = { id, accountId, realm, deviceId: proof.device };
  return { outcome: 'code-needed', token, waiting, way: waysOf(needs, proof)[0] };
}
