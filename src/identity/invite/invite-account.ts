import type { Audit } from '../../audit/index.ts';
import type { Actor, Realm } from '../../kernel/actor.ts';
import type { EmailAddress } from '../../kernel/email-address.ts';
import type { AccountId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import { type SendActivationNeeds, sendActivation } from '../access-links/send-activation.ts';
import { addAccount, findAccount, lockAddress } from '../account.store.ts';
import type { Account } from '../account.ts';
import { readAddressStanding } from './address-standing.ts';

export interface InviteAccountNeeds extends SendActivationNeeds {
  audit: Audit;
}

export interface Invitation {
  by: Actor | 'system';
  email: EmailAddress;
  fullName: string;
  realm: Realm;
  language: string;
}

export type InviteAccountOutcome =
  /** A new account, or one that has no password in this realm yet: the link was sent, and is for its owner alone. */
  | { outcome: 'invited'; accountId: AccountId; link: string }
  /** The address already has an account that can log in to this realm, and can gain a role at once. */
  | { outcome: 'already-active'; accountId: AccountId }
  /** The address has an account that was deactivated or closed; support decides. */
  | { outcome: 'not-active'; accountId: AccountId }
  /** The account it was until lately is another address's now, whose owner may be somebody else: nothing is given to them. */
  | { outcome: 'address-changed'; accountId: AccountId };

/**
 * Makes sure that whoever owns the address has an account, within the change that gives it a role. The same address
 * is the same account, whichever organisation asks. Call it with the permission already asked.
 */
export async function inviteAccount(
  needs: InviteAccountNeeds,
  tx: Tx,
  invitation: Invitation,
): Promise<InviteAccountOutcome> {
  await lockAddress(tx, invitation.email.canonical);
  const known = await readAddressStanding(tx, invitation.email.canonical, invitation.realm);
  if (known.standing === 'address-changed' || known.standing === 'not-active')
    return { outcome: known.standing, accountId: known.account.id };
  if (known.standing === 'has-account') return { outcome: 'already-active', accountId: known.account.id };
  const account = known.account ?? (await add(needs, tx, invitation));
  const link = await sendActivation(needs, tx, account, invitation.realm);
  return { outcome: 'invited', accountId: account.id, link };
}

async function add(needs: InviteAccountNeeds, tx: Tx, invitation: Invitation): Promise<Account> {
  const id = needs.ids.next<'account'>();
  const { by, email, fullName, language } = invitation;
  await addAccount(tx, needs.ids, { id, fullName, email, language, now: needs.clock.now() });
  await needs.audit.record(tx, {
    action: 'account-invited',
    actor: by,
    subject: id,
    detail: { name: fullName, email: email.typed },
  });
  const account = await findAccount(tx, id);
  if (!account) throw new Error('an account vanished while it was made');
  return account;
}
