import type { Audit } from '../../audit/index.ts';
import { addStaffTask, findAccount, languageOf } from '../../identity/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import { after, days } from '../../kernel/duration.ts';
import type { AccountId } from '../../kernel/ids.ts';
import type { SendEmail } from '../../notifications/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { listAdministratorsFor } from '../administrators/helpers-for.store.ts';
import { endInvitation, listInvitedBy } from '../invitations/invitation.store.ts';
import type { Organisation } from '../places/organisation.ts';
import { type ApplyRolesNeeds, applyRoles } from '../roles/apply-roles.ts';
import { looksAfterPeople } from '../roles/roles.ts';
import { accessEndedEmail } from './access-ended.email.tsx';
import { endHandoversOf, markRemoved, resolveLeaverReports } from './end-member.store.ts';
import { countAdministrators } from './member.store.ts';
import type { EndedBecause, Member } from './member.ts';
import { addNoAdministratorTask } from './no-administrator-task.ts';

export interface EndMemberNeeds extends ApplyRolesNeeds {
  audit: Audit;
  sendEmail: SendEmail;
  settings: Settings;
}

export interface MemberToEnd {
  practice: Organisation;
  member: Member;
  /** `anyone`: whoever reads the mailbox that an invitation was sent to. */
  by: Actor | 'system' | 'anyone';
  because: EndedBecause;
  /** In the administrator's own words; kept on record, and never told to the person. */
  note?: string | undefined;
  /** Time decides, or the account itself is gone: it ends even where nobody is left, and staff are asked to see to it. */
  evenTheLast?: boolean;
}

export type EndMemberOutcome =
  | { outcome: 'ended' }
  | { outcome: 'already-ended' }
  /** Nobody would be left to look after the organisation's people. */
  | { outcome: 'last-administrator' };

/**
 * Ends somebody's access to one organisation, at once and with the reason on record; whatever they have elsewhere stays.
 * Call it with the permission asked, and the account and the practice held.
 */
export async function endMember(
  needs: EndMemberNeeds,
  tx: Tx,
  ending: MemberToEnd,
): Promise<EndMemberOutcome> {
  const { practice, member, by, because } = ending;
  const now = needs.clock.now();
  const isLast =
    member.state === 'active' &&
    looksAfterPeople(member.roles) &&
    (await countAdministrators(tx, practice.id, member.id)) === 0;
  if (isLast && !ending.evenTheLast) return { outcome: 'last-administrator' };
  const byId = typeof by === 'string' ? null : by.person.accountId;
  const isUndoable = byId !== null && member.state !== 'invited';
  const undoUntil = isUndoable ? after(now, needs.settings.organisations.undoRemoval) : null;
  const note = ending.note?.trim() || null;
  if (!(await markRemoved(tx, member.id, { by: byId, because, note, undoUntil, now })))
    return { outcome: 'already-ended' };
  await endInvitation(tx, member.id, now);
  await applyRoles(needs, tx, member.id, { by: byId, because });
  await endHandoversOf(tx, member.id, now);
  await resolveLeaverReports(tx, member.id, byId, now);
  if (isLast && !leavesNobody.includes(because))
    await addNoAdministratorTask(tx, needs.ids, practice.id, now);
  if (because === 'security' && member.accountId) await actOnConcern(needs, tx, ending, member.accountId);
  await record(needs, tx, ending);
  if (member.accountId && because !== 'moved-to-successor')
    await tellEnded(needs, tx, practice, member.accountId);
  return { outcome: 'ended' };
}

/** Staff look at the account; and whom somebody invited who cannot be trusted is not let in by it. */
async function actOnConcern(
  needs: EndMemberNeeds,
  tx: Tx,
  { practice, by }: MemberToEnd,
  accountId: AccountId,
) {
  const now = needs.clock.now();
  const record = { type: 'account', id: accountId };
  await addStaffTask(tx, needs.ids, { kind: 'security-concern', record, organisation: practice.id, now });
  for (const member of await listInvitedBy(tx, practice.id, accountId))
    await endMember(needs, tx, { practice, member, by, because: 'invitation-cancelled' });
}

/** Of an organisation that is over; nobody has to look after it any more. */
const leavesNobody: readonly EndedBecause[] = ['organisation-closed', 'moved-to-successor'];

const record = ({ audit }: EndMemberNeeds, tx: Tx, { practice, member, by, because, note }: MemberToEnd) =>
  audit.record(tx, {
    action: 'member-removed',
    actor: by,
    ...(member.accountId && { subject: member.accountId }),
    organisation: practice.id,
    record: { type: 'member', id: member.id },
    reason: because,
    ...(note && { detail: { note } }),
  });

/** That it ended, and when; never why. Whoever moved is told where to, by whoever moved them. */
async function tellEnded(needs: EndMemberNeeds, tx: Tx, practice: Organisation, accountId: AccountId) {
  const account = await findAccount(tx, accountId);
  if (account?.state !== 'active') return;
  const now = needs.clock.now();
  const language = languageOf(account, needs.settings);
  const administrators = await listAdministratorsFor(tx, accountId, practice.id);
  await needs.sendEmail(tx, {
    kind: 'access-ended',
    to: account.email,
    language,
    message: accessEndedEmail(
      { name: account.fullName, practice, administrators, endedAt: now, settings: needs.settings },
      language,
    ),
    accountId,
    organisationId: practice.id,
    expiresAt: after(now, days(3)),
  });
}
