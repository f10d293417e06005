import { addStaffTask, findAccount, languageOf } from '../../identity/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import { after, days } from '../../kernel/duration.ts';
import { wordsIn } from '../../kernel/words.ts';
import { type Database, inTransaction, type Tx } from '../../platform/database/database.ts';
import { listAdministrators } from '../administrators/administrators.store.ts';
import { type EndMemberNeeds, endMember } from '../members/end-member.ts';
import { findLiveMember, findMember } from '../members/member.store.ts';
import type { TellMemberNeeds } from '../members/tell-member.ts';
import { findById, holdOrganisation } from '../places/organisation.store.ts';
import type { Organisation } from '../places/organisation.ts';
import { answeredEmail } from './answered.email.tsx';
import { answeredWords } from './answered.words.ts';
import type { Invitation, InvitationKey } from './invitation.ts';
import { readLiveInvitation } from './read-invitation.ts';

export type RefuseInvitationNeeds = EndMemberNeeds & TellMemberNeeds & { database: Database };

/** `declined`: they do not want it. `not-me`: they do not know who invites them, so somebody may have made a mistake. */
export type Refusal = 'declined' | 'not-me';

export type RefuseOutcome = { outcome: 'refused'; organisation: string } | { outcome: 'look-again' };

/**
 * Ends an invitation on the word of whoever reads its mailbox. It is put down to nobody: an administrator must not learn
 * from it whether there is an account.
 */
export async function refuseInvitation(
  needs: RefuseInvitationNeeds,
  actor: Actor | undefined,
  key: InvitationKey,
  refusal: Refusal,
): Promise<RefuseOutcome> {
  return inTransaction(needs.database, async (tx) => {
    const asked = await readLiveInvitation(needs, tx, actor, key);
    if (!asked) return { outcome: 'look-again' };
    await holdOrganisation(tx, asked.practiceId);
    const invitation = await readLiveInvitation(needs, tx, actor, key);
    const member = await findMember(tx, asked.practiceId, asked.memberId);
    const practice = await findById(tx, asked.practiceId);
    if (!invitation || !member || !practice) return { outcome: 'look-again' };
    await endMember(needs, tx, { practice, member, by: 'anyone', because: `invitation-${refusal}` });
    if (refusal === 'not-me') await askStaffToLook(needs, tx, invitation);
    await tellInviters(needs, tx, practice, invitation, refusal);
    return { outcome: 'refused', organisation: invitation.organisation };
  });
}

/** The inviter may be misled, or misleading. */
const askStaffToLook = (
  { clock, ids }: RefuseInvitationNeeds,
  tx: Tx,
  { memberId, practiceId }: Invitation,
) =>
  addStaffTask(tx, ids, {
    kind: 'invitation-not-me',
    record: { type: 'member', id: memberId },
    organisation: practiceId,
    now: clock.now(),
  });

/** Whoever invited them; where that person has gone, those who look after the people now. */
async function tellInviters(
  needs: RefuseInvitationNeeds,
  tx: Tx,
  practice: Organisation,
  invitation: Invitation,
  refusal: Refusal,
): Promise<void> {
  for (const reader of await readersOf(needs, tx, practice, invitation)) {
    const { settings, origin } = needs;
    await needs.sendEmail(tx, {
      kind: refusal === 'not-me' ? 'invitation-not-known' : 'invitation-declined',
      to: reader.email,
      language: reader.language,
      message: answeredEmail(
        { refusal, invitation, name: reader.fullName, practice, origin, support: settings.support },
        wordsIn(answeredWords, reader.language),
      ),
      accountId: reader.accountId,
      organisationId: practice.id,
      expiresAt: after(needs.clock.now(), days(3)),
    });
  }
}

async function readersOf(
  { settings }: RefuseInvitationNeeds,
  tx: Tx,
  practice: Organisation,
  { invitedBy }: Invitation,
) {
  const inviter = invitedBy && (await findAccount(tx, invitedBy));
  const isThere = inviter && (await findLiveMember(tx, practice.id, { accountId: inviter.id }));
  if (isThere && inviter.state === 'active') {
    const { id: accountId, fullName, email } = inviter;
    return [{ accountId, fullName, email, language: languageOf(inviter, settings) }];
  }
  const administrators = await listAdministrators(tx, practice.id);
  return administrators.map((one) => ({ ...one, language: one.language ?? settings.service.language }));
}
