import type { Audit } from '../../audit/index.ts';
import { askFresh } from '../../identity/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import { after } from '../../kernel/duration.ts';
import type { EmailAddress } from '../../kernel/email-address.ts';
import { ask } from '../../kernel/policy.ts';
import { type Database, inTransaction, type Tx } from '../../platform/database/database.ts';
import type { Nudge } from '../../platform/jobs/due-work.ts';
import { type Concern, concernsSeen, findConcerns } from '../invitations/concerns.ts';
import { askForInvitation } from '../invitations/invitation.store.ts';
import { sendInvitationsName } from '../invitations/invite-member.ts';
import { maySendAgain } from '../invitations/limit-invitations.ts';
import { type EndMemberNeeds, endMember } from '../members/end-member.ts';
import type { Member } from '../members/member.ts';
import { holdPersonHere, type PersonAddress } from '../members/person-here.ts';
import { changePerson, notTheirsToGive, removePerson } from '../policy.ts';
import type { RoleName } from '../roles/roles.ts';
import { correctInvited, forgetLinks } from './manage-invitation.store.ts';

export interface ManageInvitationNeeds extends EndMemberNeeds {
  audit: Audit;
  database: Database;
  nudge: Nudge;
}

export interface Correction {
  fullName: string;
  email: EmailAddress;
  /** Which concerns the form showed already. */
  seen: string;
}

export type SendAgainOutcome =
  | { outcome: 'sent' }
  | { outcome: 'corrected' }
  /** Accepted, refused or cancelled meanwhile. */
  | { outcome: 'over'; member: Member }
  | { outcome: 'already-member' }
  /** Another address is somebody else, to whom the roles would be given. */
  | { outcome: 'roles-not-yours'; roles: readonly RoleName[] }
  | { outcome: 'too-many' }
  | { outcome: 'check-first'; concerns: Concern[]; seen: string };

/**
 * Sends an invitation again, to the address and with the name that are right. As when somebody is created, whether an
 * address has an account is not looked up, and a link that went to another address is dead at once.
 */
export async function sendInvitationAgain(
  needs: ManageInvitationNeeds,
  actor: Actor | undefined,
  address: PersonAddress,
  correction: Correction,
): Promise<SendAgainOutcome> {
  return inTransaction(needs.database, async (tx) => {
    const { by, here, member, of } = await holdPersonHere(needs, tx, actor, address);
    ask(changePerson, by, of);
    askFresh(needs, by);
    if (member.state !== 'invited') return { outcome: 'over', member };
    const moved = correction.email.canonical !== member.emailCanonical;
    const notTheirs = moved ? notTheirsToGive(by, of) : [];
    if (notTheirs.length > 0) return { outcome: 'roles-not-yours', roles: notTheirs };
    const changed =
      moved || correction.email.typed !== member.email || correction.fullName !== member.fullName;
    const concerns = changed ? findConcerns(correction, needs.settings.organisations.sharedMailboxes) : [];
    const seen = concernsSeen(concerns, correction);
    if (concerns.length > 0 && correction.seen !== seen) return { outcome: 'check-first', concerns, seen };
    const limited = { memberId: member.id, practiceId: here.practice.id };
    if (!(await maySendAgain(needs, tx, limited))) return { outcome: 'too-many' };
    if (!(await correctInvited(tx, member, correction))) return { outcome: 'already-member' };
    if (moved) await forgetLinks(tx, member);
    await askAnew(needs, tx, member);
    await needs.audit.record(tx, {
      action: changed ? 'invitation-corrected' : 'invitation-sent-again',
      actor: by,
      organisation: here.practice.id,
      record: { type: 'member', id: member.id },
    });
    return { outcome: changed ? 'corrected' : 'sent' };
  });
}

async function askAnew(needs: ManageInvitationNeeds, tx: Tx, member: Member): Promise<void> {
  const now = needs.clock.now();
  const { invitationLife } = needs.settings.organisations;
  await askForInvitation(tx, member.id, { sendAt: now, expiresAt: after(now, invitationLife) });
  await needs.nudge(tx, sendInvitationsName);
}

export type CancelOutcome = { outcome: 'cancelled' } | { outcome: 'over'; member: Member };

/** Ends an invitation that was not answered yet; its link is dead at once. */
export async function cancelInvitation(
  needs: ManageInvitationNeeds,
  actor: Actor | undefined,
  address: PersonAddress,
): Promise<CancelOutcome> {
  return inTransaction(needs.database, async (tx) => {
    const { by, here, member, of } = await holdPersonHere(needs, tx, actor, address);
    ask(removePerson, by, of);
    askFresh(needs, by);
    if (member.state !== 'invited') return { outcome: 'over', member };
    await endMember(needs, tx, { practice: here.practice, member, by, because: 'invitation-cancelled' });
    return { outcome: 'cancelled' };
  });
}
