import type { Realm } from '../../kernel/actor.ts';
import { hashOfSecret } from '../../kernel/secrets.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Account } from '../account.ts';
import { checkAssertion } from '../passkeys/check-assertion.ts';
import type { PasskeyAnswer } from '../passkeys/passkey-exchange.ts';
import { type ProvePasskeyNeeds, useChecked } from '../passkeys/prove-passkey.ts';
import { withdrawRequests } from '../second-factors/withdraw-requests.ts';
import { findKnownDevice } from '../sessions/device.store.ts';
import { type StartedSession, startSession } from '../sessions/start-session.ts';

export type LogInPasskeyNeeds = ProvePasskeyNeeds;

interface LogInPasskeyDetails extends PasskeyAnswer {
  realm: Realm;
  deviceSecret: string | undefined;
  deviceDescription: string;
}

export type LogInPasskeyOutcome =
  | { outcome: 'logged-in'; session: StartedSession }
  /** The passkey was right, so only its owner reads these. */
  | { outcome: 'deactivated' | 'account-closed' }
  /** It is good beside a password alone: it did not check who uses it, or there may be a copy of it. */
  | { outcome: 'password-too' }
  | { outcome: 'refused' | 'too-late' | 'copied' };

/**
 * Logs in with a passkey in the place of name and password. Its owner unlocked it, so it counts as both; nobody guesses
 * it, so it works while password entry is closed.
 */
export async function logInPasskey(
  needs: LogInPasskeyNeeds,
  details: LogInPasskeyDetails,
): Promise<LogInPasskeyOutcome> {
  const { realm, clientNetwork } = details;
  const checked = await checkAssertion(needs, details, { purpose: 'log-in', realm, boundTo: undefined });
  if (checked.outcome !== 'right') return checked;
  if (!needs.settings.secondFactor.methods.includes('passkey')) return { outcome: 'refused' };
  if (!checked.isOwnerVerified || checked.passkey.doubtedAt) return { outcome: 'password-too' };
  const used = await useChecked(needs, checked, clientNetwork, (tx, account) =>
    enter(needs, tx, account, details),
  );
  return used.outcome === 'right' ? used.done : used;
}

async function enter(
  needs: LogInPasskeyNeeds,
  tx: Tx,
  account: Account,
  { realm, deviceSecret, deviceDescription }: LogInPasskeyDetails,
): Promise<LogInPasskeyOutcome> {
  if (account.state === 'closed') return { outcome: 'account-closed' };
  if (account.state !== 'active') return { outcome: 'deactivated' };
  const known =
    deviceSecret && (await findKnownDevice(tx, account.id, realm, hashOfSecret(deviceSecret)))?.id;
  const device = { known: known || undefined, description: deviceDescription };
  const session = await startSession(needs, tx, account.id, realm, device, needs.clock.now());
  await withdrawRequests(needs, tx, { accountId: account.id, realm, now: needs.clock.now() });
  await needs.audit.record(tx, {
    action: 'logged-in',
    actor: 'owner',
    subject: account.id,
    session: session.id,
  });
  return { outcome: 'logged-in', session };
}
