import type { Audit } from '../../audit/index.ts';
import { after } from '../../kernel/duration.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { lockAccount } from '../account.store.ts';
import { rememberDevice } from '../sessions/device.store.ts';
import { type StartedSession, type StartSessionNeeds, startSession } from '../sessions/start-session.ts';
import { endAttempt, type LogInAttempt } from './log-in-attempt.store.ts';

export type FinishLogInNeeds = Omit<StartSessionNeeds, 'settings'> & {
  audit: Audit;
  settings: Pick<Settings, 'session' | 'secondFactor'>;
};

/**
 * Turns a log in that waited into a session. Nothing when it ended, or was finished in another tab. Call it with the
 * account held, after its code was proven or its first factor set up.
 */
export async function finishLogIn(
  needs: FinishLogInNeeds,
  tx: Tx,
  attempt: LogInAttempt,
  { remember, factorProven }: { remember: boolean; factorProven: boolean },
): Promise<StartedSession | undefined> {
  const now = needs.clock.now();
  const account = await lockAccount(tx, attempt.accountId);
  if (account?.state !== 'active' || !(await endAttempt(tx, attempt.id, now))) return undefined;
  const device = { known: attempt.deviceId ?? undefined, description: attempt.deviceDescription };
  const { accountId, realm } = attempt;
  const session = await startSession(needs, tx, accountId, realm, device, factorProven ? now : null);
  const life = canRemember(needs.settings, attempt) ? needs.settings.secondFactor.rememberDevice : 0;
  if (remember && life > 0) await rememberDevice(tx, session.deviceId, after(now, life));
  await needs.audit.record(tx, {
    action: 'logged-in',
    actor: 'owner',
    subject: accountId,
    session: session.id,
  });
  return session;
}

/** Staff give a code at every log in. */
export const canRemember = (
  { secondFactor }: Pick<Settings, 'secondFactor'>,
  { realm }: Pick<LogInAttempt, 'realm'>,
): boolean => realm === 'portal' && secondFactor.rememberDevice > 0;
