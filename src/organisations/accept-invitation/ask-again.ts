import type { Audit } from '../../audit/index.ts';
import { dayAt } from '../../kernel/calendar-day.ts';
import { days } from '../../kernel/duration.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import { wordsIn } from '../../kernel/words.ts';
import { type Database, inTransaction, type Tx } from '../../platform/database/database.ts';
import type { Nudge } from '../../platform/jobs/due-work.ts';
import { countUse } from '../../platform/limits/limit.ts';
import { listAdministrators } from '../administrators/administrators.store.ts';
import { askForInvitation } from '../invitations/invitation.store.ts';
import { sendInvitationsName } from '../invitations/invite-member.ts';
import { maySendAgain } from '../invitations/limit-invitations.ts';
import { limitNetwork } from '../limit-network.ts';
import { type TellMemberNeeds, tellAdministrators } from '../members/tell-member.ts';
import { findById, holdOrganisation } from '../places/organisation.store.ts';
import { findInvitation } from './accept-invitation.store.ts';
import { askedAgainEmail } from './answered.email.tsx';
import { answeredWords } from './answered.words.ts';
import { type Invitation, stateOf } from './invitation.ts';

export interface AskAgainNeeds extends TellMemberNeeds {
  audit: Audit;
  database: Database;
  keyRing: KeyRing;
  nudge: Nudge;
}

/**
 * Asks for an invitation again with a link that works no more. One that still waits goes to its own address once more;
 * whether one that expired is renewed is for the administrators. The page says the same whatever the link is.
 */
export async function askAgain(
  needs: AskAgainNeeds,
  { link, clientNetwork }: { link: string; clientNetwork: string },
): Promise<void> {
  await inTransaction(needs.database, async (tx) => {
    await limitNetwork(needs, tx, 'invitation-again', clientNetwork);
    const now = needs.clock.now();
    const read = () => findInvitation(tx, { link }, undefined, dayAt(now, needs.settings.service.timeZone));
    const asked = await read();
    if (!asked) return;
    await holdOrganisation(tx, asked.practiceId);
    const invitation = await read();
    const state = stateOf(invitation, now);
    if (!invitation || (state !== 'replaced' && state !== 'expired')) return;
    const isDone =
      state === 'replaced'
        ? await sendAgain(needs, tx, invitation)
        : await askPractice(needs, tx, invitation);
    if (!isDone) return;
    await needs.audit.record(tx, {
      action: 'invitation-asked-again',
      actor: 'anyone',
      organisation: invitation.practiceId,
      record: { type: 'member', id: invitation.memberId },
    });
  });
}

async function sendAgain(needs: AskAgainNeeds, tx: Tx, invitation: Invitation): Promise<boolean> {
  if (!(await maySendAgain(needs, tx, invitation))) return false;
  const { memberId, expiresAt } = invitation;
  await askForInvitation(tx, memberId, { sendAt: needs.clock.now(), expiresAt });
  await needs.nudge(tx, sendInvitationsName);
  return true;
}

/** Once a day, however often it is asked. */
async function askPractice(needs: AskAgainNeeds, tx: Tx, invitation: Invitation): Promise<boolean> {
  const now = needs.clock.now();
  const name = `invitation-asked-again:${invitation.memberId}`;
  const use = await countUse(tx, { name, window: days(1), atMost: 1, now });
  const practice = await findById(tx, invitation.practiceId);
  if (!use.allowed || !practice) return false;
  const { origin, settings } = needs;
  await tellAdministrators(needs, tx, await listAdministrators(tx, practice.id), {
    kind: 'invitation-asked-again',
    practice,
    write: ({ fullName }, language) =>
      askedAgainEmail(
        { name: fullName, practice, invitation, origin, support: settings.support },
        wordsIn(answeredWords, language),
      ),
  });
  return true;
}
