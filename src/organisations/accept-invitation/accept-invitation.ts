import { holdAddress, type InviteAccountNeeds, inviteAccount } from '../../identity/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { AccountId } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/words.ts';
import { type Database, inTransaction, type Tx } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { endInvitation } from '../invitations/invitation.store.ts';
import { findLiveMember } from '../members/member.store.ts';
import { tellAccessNow } from '../members/tell-access-now.ts';
import { findById, holdOrganisation } from '../places/organisation.store.ts';
import { type ApplyRolesNeeds, applyRoles } from '../roles/apply-roles.ts';
import { markAccepted } from './accept-invitation.store.ts';
import { type Invitation, type InvitationKey, readerOf } from './invitation.ts';
import { readLiveInvitation } from './read-invitation.ts';

export interface AcceptInvitationNeeds extends InviteAccountNeeds, ApplyRolesNeeds {
  database: Database;
  settings: Settings;
}

export type AcceptOutcome =
  | { outcome: 'accepted'; invitation: Invitation }
  /** The account is made with it; the link sets its password. */
  | { outcome: 'set-up'; link: string }
  /** The same account belongs to the practice by another address already. */
  | { outcome: 'already-member'; invitation: Invitation }
  /** It changed, or was answered, since the page was shown: the page says what it is now. */
  | { outcome: 'look-again' };

/**
 * Makes whoever owns the invited address a member, with the roles they were invited to. By the email's link an account
 * is made on the way; an account that is there has to be logged in.
 */
export async function acceptInvitation(
  needs: AcceptInvitationNeeds,
  actor: Actor | undefined,
  key: InvitationKey,
  language: Language,
): Promise<AcceptOutcome> {
  return inTransaction(needs.database, async (tx) => {
    const asked = await readLiveInvitation(needs, tx, actor, key);
    if (!asked) return { outcome: 'look-again' };
    const owner = await holdAddress(tx, asked.email.canonical, 'portal');
    const reader = readerOf(owner, actor);
    if (reader !== 'accepts' && reader !== 'sets-up') return { outcome: 'look-again' };
    await holdOrganisation(tx, asked.practiceId);
    const invitation = await readLiveInvitation(needs, tx, actor, key);
    if (invitation?.email.canonical !== asked.email.canonical) return { outcome: 'look-again' };
    if (owner.account && (await findLiveMember(tx, asked.practiceId, { accountId: owner.account.id })))
      return { outcome: 'already-member', invitation };
    if (reader === 'sets-up') return setUp(needs, tx, invitation, language);
    if (!owner.account) throw new Error('whoever accepts has an account');
    await join(needs, tx, invitation, owner.account.id);
    await tell(needs, tx, invitation);
    return { outcome: 'accepted', invitation };
  });
}

async function setUp(
  needs: AcceptInvitationNeeds,
  tx: Tx,
  invitation: Invitation,
  language: Language,
): Promise<AcceptOutcome> {
  const { email, fullName } = invitation;
  const made = await inviteAccount(needs, tx, { by: 'system', email, fullName, realm: 'portal', language });
  if (made.outcome !== 'invited') throw new Error('the address changed while it was held');
  await join(needs, tx, invitation, made.accountId);
  return { outcome: 'set-up', link: made.link };
}

async function join(needs: AcceptInvitationNeeds, tx: Tx, invitation: Invitation, accountId: AccountId) {
  const { memberId: id, practiceId } = invitation;
  const now = needs.clock.now();
  if (!(await markAccepted(tx, id, accountId, now))) throw new Error('an invitation was answered while held');
  await endInvitation(tx, id, now);
  await applyRoles(needs, tx, id, { by: invitation.invitedBy, because: 'roles-changed' });
  await needs.audit.record(tx, {
    action: 'invitation-accepted',
    actor: 'owner',
    subject: accountId,
    organisation: practiceId,
    record: { type: 'member', id },
  });
}

async function tell(needs: AcceptInvitationNeeds, tx: Tx, { practiceId, memberId }: Invitation) {
  const practice = await findById(tx, practiceId);
  if (practice) await tellAccessNow(needs, tx, practice, memberId, 'accepted');
}
