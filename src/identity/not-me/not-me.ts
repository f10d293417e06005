import type { Audit } from '../../audit/index.ts';
import type { Realm } from '../../kernel/actor.ts';
import type { AccountId } from '../../kernel/ids.ts';
import { hashOfSecret } from '../../kernel/secrets.ts';
import { inTransaction, type Tx } from '../../platform/database/database.ts';
import { consumeLink, voidLinks } from '../access-links/access-link.store.ts';
import { readLink } from '../access-links/access-link.ts';
import { type SendResetNeeds, sendReset } from '../access-links/send-reset.ts';
import { lockAccount } from '../account.store.ts';
import type { Account } from '../account.ts';
import { takeEmailChangesBack } from '../end-email-changes.ts';
import { hasPassword } from '../intake.store.ts';
import { limitNetwork } from '../limit-network.ts';
import { setPassword } from '../passwords/password.store.ts';
import { nobodysHash } from '../passwords/password-hashing.ts';
import { revokeDevices } from '../sessions/device.store.ts';
import { endSessions } from '../sessions/session.store.ts';
import { addAccountTask } from '../staff-task.store.ts';
import { type TellAccountNeeds, tellAccount } from '../tell-account.ts';
import { accountSecuredEmail } from './not-me.email.tsx';

export type SayNotMeNeeds = SendResetNeeds & TellAccountNeeds & { audit: Audit };

export type SayNotMeOutcome =
  | { outcome: 'secured'; accountId: AccountId }
  /** `doneBefore`: the same link was sent before, or twice at once. */
  | { outcome: 'doneBefore' | 'dead' | 'notActive'; realm: Realm };

/**
 * Makes an account safe on the word of whoever holds its mailbox: ends every session, forgets every device, and lets no
 * password open it until a new one is chosen by mail. It can let nobody in, so it asks for no log in.
 */
export async function sayNotMe(
  needs: SayNotMeNeeds,
  { secret, clientNetwork }: { secret: string; clientNetwork: string },
): Promise<SayNotMeOutcome> {
  await limitNetwork(needs, needs.database, 'code', clientNetwork);
  const { link, state } = await readLink(needs, secret, 'not-me');
  const realm = link?.realm ?? 'portal';
  if (state === 'used') return { outcome: 'doneBefore', realm };
  if (state !== 'live' || !link) return { outcome: 'dead', realm };
  return inTransaction(needs.database, async (tx) => {
    const account = await lockAccount(tx, link.accountId as AccountId);
    if (account?.state !== 'active') return { outcome: 'notActive', realm };
    const used = await consumeLink(tx, hashOfSecret(secret), 'not-me', needs.clock.now());
    if (!used) return { outcome: 'doneBefore', realm };
    await secure(needs, tx, account, realm);
    const event = { action: 'not-me-said', actor: 'owner', subject: account.id, clientNetwork } as const;
    await needs.audit.record(tx, event);
    return { outcome: 'secured', accountId: account.id };
  });
}

async function secure(needs: SayNotMeNeeds, tx: Tx, account: Account, realm: Realm): Promise<void> {
  const now = needs.clock.now();
  await endSessions(tx, account.id, 'not-me', now);
  await revokeDevices(tx, account.id, now);
  await voidLinks(tx, account.id, now);
  await addAccountTask(tx, needs.ids, { kind: 'not-me', accountId: account.id, now });
  await tellAccount(needs, tx, account, { kind: 'account-secured', write: accountSecuredEmail });
  await takeEmailChangesBack(needs, tx, account.id, now);
  if (!(await hasPassword(tx, account.id, realm))) return;
  await setPassword(tx, account.id, realm, nobodysHash, now);
  await sendReset(needs, tx, (await lockAccount(tx, account.id)) ?? account, realm);
}
