import type { Audit } from '../../audit/index.ts';
import type { AccountId } from '../../kernel/ids.ts';
import { hashOfSecret } from '../../kernel/secrets.ts';
import type { Username } from '../../kernel/username.ts';
import type { Language } from '../../kernel/words.ts';
import { inTransaction, type Tx } from '../../platform/database/database.ts';
import type { Nudge } from '../../platform/jobs/due-work.ts';
import { consumeLink, giveLinkBack } from '../access-links/access-link.store.ts';
import { type AccessLinkNeeds, type LinkState, readLink } from '../access-links/access-link.ts';
import { lockAccount, markActivated } from '../account.store.ts';
import { addIntake, hasPassword, intakeWork } from '../intake.store.ts';
import { limitNetwork } from '../limit-network.ts';
import { setPassword } from '../passwords/password.store.ts';
import type { PasswordHasher } from '../passwords/password-hashing.ts';
import { addUsername, forgetWishedUsername } from '../username.store.ts';

export interface ActivateNeeds extends AccessLinkNeeds {
  audit: Audit;
  hasher: PasswordHasher;
  nudge: Nudge;
}

export type ActivateOutcome =
  | { outcome: 'activated'; realm: 'portal' | 'support' }
  | { outcome: 'link-not-live'; state: LinkState }
  /** Somebody else was quicker; nothing was changed, and the link works still. */
  | { outcome: 'username-taken' };

export interface Activating {
  secret: string;
  name: string;
  username?: Username | undefined;
  password: string;
}

/**
 * Turns an invited account into its owner's: their name, their password, their address proven by the link. An account
 * that is active already, and was invited to the other realm, only gains its password there.
 */
export async function activate(needs: ActivateNeeds, activating: Activating): Promise<ActivateOutcome> {
  const { secret, password } = activating;
  const { state, link } = await readLink(needs, secret, 'activate');
  if (state !== 'live' || !link) return { outcome: 'link-not-live', state };
  const hash = await needs.hasher.hash(password);
  const done = await inTransaction(needs.database, (tx) =>
    finish(needs, tx, link.accountId as AccountId, activating, hash),
  );
  return done ?? { outcome: 'link-not-live', state: 'used' };
}

async function finish(
  needs: ActivateNeeds,
  tx: Tx,
  accountId: AccountId,
  { secret, name, username }: Activating,
  hash: string,
) {
  const now = needs.clock.now();
  const account = await lockAccount(tx, accountId);
  if (account?.state !== 'invited' && account?.state !== 'active') return undefined;
  const secretHash = hashOfSecret(secret);
  const link = await consumeLink(tx, secretHash, 'activate', now);
  if (!link) return undefined;
  if (await hasPassword(tx, link.accountId, link.realm)) return undefined;
  if (username && account.state === 'invited' && !(await addUsername(needs, tx, accountId, username))) {
    await giveLinkBack(tx, secretHash);
    return { outcome: 'username-taken' } as const;
  }
  if (account.state === 'invited') await markActivated(tx, link.accountId, name, now);
  await forgetWishedUsername(tx, accountId);
  await setPassword(tx, link.accountId, link.realm, hash, now);
  const action = account.state === 'invited' ? 'account-activated' : 'password-added';
  await needs.audit.record(tx, { action, actor: 'owner', subject: link.accountId });
  return { outcome: 'activated', realm: link.realm } as const;
}

/** Asks for a fresh link in the place of a dead one; it goes to the account's own address, whoever asks. */
export async function askForNewLink(
  needs: ActivateNeeds,
  asked: { secret: string; language: Language; clientNetwork: string },
): Promise<void> {
  const { link } = await readLink(needs, asked.secret, 'activate');
  const now = needs.clock.now();
  await inTransaction(needs.database, async (tx) => {
    await limitNetwork(needs, tx, 'recover', asked.clientNetwork);
    const { language } = asked;
    const about = link ? { accessLinkId: link.id, realm: link.realm } : { realm: 'portal' as const };
    await addIntake(tx, { id: needs.ids.next(), kind: 'resend-activation', language, now, ...about });
    await needs.nudge(tx, intakeWork);
  });
}
