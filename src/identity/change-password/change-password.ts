import type { Audit } from '../../audit/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import { ask, loggedIn } from '../../kernel/policy.ts';
import { inTransaction, type Tx } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { replaceLinks } from '../access-links/access-link.store.ts';
import type { AccessLinkNeeds } from '../access-links/access-link.ts';
import { issueNotMeLink } from '../access-links/issue-not-me.ts';
import { lockAccount } from '../account.store.ts';
import { endUnconfirmedChange } from '../end-email-changes.ts';
import type { DeviceId } from '../lockout/entry-lane.ts';
import { isStillPassword, setPassword } from '../passwords/password.store.ts';
import type { PasswordHasher } from '../passwords/password-hashing.ts';
import { forgetRemembered, revokeDevices } from '../sessions/device.store.ts';
import { findOwnCredential } from '../sessions/renew-session.store.ts';
import { askFresh, endOtherSessions, renewSession } from '../sessions/renew-session.ts';
import { type TellAccountNeeds, tellAccount } from '../tell-account.ts';
import { passwordChangedEmail } from './change-password.email.tsx';

export interface ChangePasswordNeeds extends AccessLinkNeeds, TellAccountNeeds {
  audit: Audit;
  hasher: PasswordHasher;
  settings: Settings;
}

export type ChangePasswordOutcome =
  /** `token`: what this session goes on under. */
  | { outcome: 'changed'; token: string | undefined }
  | { outcome: 'same-password' }
  /** It was changed elsewhere, or the account stopped, while this one was being hashed. */
  | { outcome: 'changed-meanwhile' };

/**
 * Sets the password its logged-in owner chose; they gave the present one a moment ago. Every other session ends and
 * every other device is a stranger again.
 */
export async function changePassword(
  needs: ChangePasswordNeeds,
  actor: Actor | undefined,
  password: string,
): Promise<ChangePasswordOutcome> {
  ask(loggedIn, actor, undefined);
  askFresh(needs, actor);
  return needs.hasher.admit(async () => {
    const { hash: present, deviceId } = await findOwnCredential(needs.database, actor.person.sessionId);
    if ((await needs.hasher.check(present, password)).isRight) return { outcome: 'same-password' };
    const hash = await needs.hasher.hash(password);
    return inTransaction(needs.database, (tx) => change(needs, tx, actor, { present, hash, deviceId }));
  });
}

async function change(
  needs: ChangePasswordNeeds,
  tx: Tx,
  actor: Actor,
  { present, hash, deviceId }: { present: string | undefined; hash: string; deviceId: DeviceId | null },
): Promise<ChangePasswordOutcome> {
  const { accountId, realm } = actor.person;
  const now = needs.clock.now();
  const account = await lockAccount(tx, accountId);
  if (account?.state !== 'active' || !(await isStillPassword(tx, accountId, realm, present)))
    return { outcome: 'changed-meanwhile' };
  await setPassword(tx, accountId, realm, hash, now);
  await replaceLinks(tx, { accountId, purpose: 'reset-password', realm }, now);
  await endOtherSessions(tx, actor, 'password-changed', now);
  await revokeDevices(tx, accountId, now, deviceId);
  await forgetRemembered(tx, accountId);
  await endUnconfirmedChange(needs, tx, accountId, actor, now);
  const token = await renewSession(needs, tx, actor);
  await needs.audit.record(tx, { action: 'password-changed', actor });
  const notMe = await issueNotMeLink(needs, tx, accountId, realm);
  await tellAccount(needs, tx, account, {
    kind: 'password-changed',
    write: (notice, language) => passwordChangedEmail({ ...notice, notMe }, language),
  });
  return { outcome: 'changed', token };
}
