import type { Audit } from '../../audit/index.ts';
import type { Realm } from '../../kernel/actor.ts';
import type { AccountId } from '../../kernel/ids.ts';
import { hashOfSecret } from '../../kernel/secrets.ts';
import { inTransaction, type Tx } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { consumeLink } from '../access-links/access-link.store.ts';
import { type AccessLinkNeeds, type LinkState, readLink } from '../access-links/access-link.ts';
import { lookForTemporaryPassword, sendsTemporaryPassword } from '../access-links/temporary-password.ts';
import { lockAccount } from '../account.store.ts';
import { endUnconfirmedChange } from '../end-email-changes.ts';
import { isPasswordEntryClosed } from '../lockout/entry-lane.store.ts';
import { openPasswordEntry } from '../lockout/entry-lane.ts';
import { markRecovered, setPassword } from '../passwords/password.store.ts';
import type { PasswordHasher } from '../passwords/password-hashing.ts';
import { revokeDevices } from '../sessions/device.store.ts';
import { endSessions } from '../sessions/session.store.ts';
import { type TellAccountNeeds, tellAccount } from '../tell-account.ts';
import { passwordChangedEmail } from './recover-account.email.tsx';

export interface ResetPasswordNeeds extends AccessLinkNeeds, TellAccountNeeds {
  audit: Audit;
  hasher: PasswordHasher;
  settings: Settings;
}

export type ResetPasswordOutcome =
  /** `stillClosed`: password entry waits for support, because this portal does not let a reset open it. */
  | { outcome: 'reset'; accountId: AccountId; realm: Realm; stillClosed: boolean }
  /** What was sent by e-mail never becomes a lasting password. */
  | { outcome: 'same-as-temporary' }
  | { outcome: 'link-not-live'; state: LinkState; realm: Realm | undefined };

/** Sets a new password for whoever holds the link, once; ends every session and forgets every device. */
export async function resetPassword(
  needs: ResetPasswordNeeds,
  { secret, password }: { secret: string; password: string },
): Promise<ResetPasswordOutcome> {
  const { state, link } = await readLink(needs, secret, 'reset-password');
  if (state !== 'live' || !link) return { outcome: 'link-not-live', state, realm: link?.realm };
  const owner = link.accountId as AccountId;
  if (await wasSent(needs, owner, link.realm, password)) return { outcome: 'same-as-temporary' };
  const hash = await needs.hasher.hash(password);
  const done = await inTransaction(needs.database, (tx) =>
    reset(needs, tx, owner, hashOfSecret(secret), hash),
  );
  return done ?? { outcome: 'link-not-live', state: 'used', realm: link.realm };
}

const wasSent = async (needs: ResetPasswordNeeds, account: AccountId, realm: Realm, password: string) =>
  sendsTemporaryPassword(needs.settings, realm) &&
  (await lookForTemporaryPassword(needs, needs.database, { account, realm, password })) !== undefined;

async function reset(needs: ResetPasswordNeeds, tx: Tx, owner: AccountId, secretHash: string, hash: string) {
  const now = needs.clock.now();
  const account = await lockAccount(tx, owner);
  if (account?.state !== 'active') return undefined;
  const link = await consumeLink(tx, secretHash, 'reset-password', now);
  if (!link) return undefined;
  await setPassword(tx, link.accountId, link.realm, hash, now);
  await markRecovered(tx, link.accountId, link.realm, now);
  await endSessions(tx, link.accountId, 'password-reset', now);
  await revokeDevices(tx, link.accountId, now);
  await endUnconfirmedChange(needs, tx, link.accountId, 'owner', now);
  if (needs.settings.lockout.resetOpens) await openPasswordEntry(tx, link.accountId);
  await needs.audit.record(tx, { action: 'password-reset', actor: 'owner', subject: link.accountId });
  await tellAccount(needs, tx, account, { kind: 'password-changed', write: passwordChangedEmail });
  const stillClosed = await isPasswordEntryClosed(tx, link.accountId, link.realm, now);
  return { outcome: 'reset', accountId: owner, realm: link.realm, stillClosed } as const;
}
