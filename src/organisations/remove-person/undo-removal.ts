import { askFresh } from '../../identity/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import { dayAt } from '../../kernel/calendar-day.ts';
import { after } from '../../kernel/duration.ts';
import { ask } from '../../kernel/policy.ts';
import { inTransaction, type Tx } from '../../platform/database/database.ts';
import type { Nudge } from '../../platform/jobs/due-work.ts';
import type { Here } from '../here.ts';
import { askForInvitation } from '../invitations/invitation.store.ts';
import { sendInvitationsName } from '../invitations/invite-member.ts';
import { findLiveMember } from '../members/member.store.ts';
import { type Member, type MemberState, removalReasons } from '../members/member.ts';
import { holdPersonHere, type PersonAddress } from '../members/person-here.ts';
import { tellAccessNow } from '../members/tell-access-now.ts';
import type { TellMemberNeeds } from '../members/tell-member.ts';
import { isOpenPlace } from '../places/places.ts';
import { heldAt, notTheirsToGive, type OfPerson, removePerson } from '../policy.ts';
import { applyRoles } from '../roles/apply-roles.ts';
import { checkLimits, type LimitsOutcome } from '../roles/give-roles.ts';
import { isRole, mainContact, type RoleName } from '../roles/roles.ts';
import { takeRemovalBack } from './remove-person.store.ts';
import type { RemovePersonNeeds } from './remove-person.ts';

export type GiveBackNeeds = RemovePersonNeeds & TellMemberNeeds & { nudge: Nudge };

/** The branch they were limited to closed, or belongs to another practice. */
export type PlaceClosed = { outcome: 'place-closed' };

export type UndoRemovalOutcome =
  | { outcome: 'undone' }
  | { outcome: 'not-removed' }
  /** The time for it is over, or nobody of the organisation removed them. */
  | { outcome: 'too-late' }
  /** Their account, or the address that was invited, belongs to the organisation again. */
  | { outcome: 'back-already' }
  | { outcome: 'account-gone' }
  /** Somebody else took them, and only who gives such roles gives them back. */
  | { outcome: 'roles-not-yours'; roles: readonly RoleName[] }
  | PlaceClosed
  | Extract<LimitsOutcome, { outcome: 'limit-reached' }>;

/** Takes a removal back while that is possible: exactly what was there is there again. */
export async function undoRemoval(
  needs: GiveBackNeeds,
  actor: Actor | undefined,
  address: PersonAddress,
): Promise<UndoRemovalOutcome> {
  return inTransaction(needs.database, async (tx) => {
    const { by, here, member, of } = await holdPersonHere(needs, tx, actor, address);
    ask(removePerson, by, of);
    askFresh(needs, by);
    const problem = (await findProblem(needs, tx, here, member)) ?? findOverruled(by, member, of);
    if (problem) return problem;
    await giveBack(needs, tx, by, here, member);
    return { outcome: 'undone' };
  });
}

export const canBeUndone = ({ ended }: Member, now: Date): boolean =>
  ended?.undoUntil !== undefined &&
  ended.undoUntil > now &&
  ([...removalReasons, 'not-kept'] as string[]).includes(ended.because);

async function findProblem(
  needs: GiveBackNeeds,
  tx: Tx,
  here: Here,
  member: Member,
): Promise<UndoRemovalOutcome | undefined> {
  if (!member.ended) return { outcome: 'not-removed' };
  if (!canBeUndone(member, needs.clock.now())) return { outcome: 'too-late' };
  if (member.acceptedAt && !member.accountId) return { outcome: 'account-gone' };
  if (!(await isOpenPlace(needs, tx, here, member.branchId))) return { outcome: 'place-closed' };
  if (await isBack(tx, here, member)) return { outcome: 'back-already' };
  const limits = await checkLimits(tx, here, member.roles, member.id);
  return limits.outcome === 'limit-reached' ? limits : undefined;
}

/** The main contact takes back what anybody did; others what they did themselves, or could do by giving the roles. */
function findOverruled(by: Actor, { ended }: Member, of: OfPerson): UndoRemovalOutcome | undefined {
  if (ended?.by === by.person.accountId || heldAt(by, of.place).some(isRole(mainContact))) return undefined;
  const roles = notTheirsToGive(by, of);
  return roles.length > 0 ? { outcome: 'roles-not-yours', roles } : undefined;
}

/** Whether they were invited again, or came back another way, since they were removed. */
export const isBack = async (tx: Tx, { practice }: Here, { accountId, emailCanonical }: Member) =>
  (await findLiveMember(tx, practice.id, { emailCanonical })) !== undefined ||
  (accountId !== undefined && (await findLiveMember(tx, practice.id, { accountId })) !== undefined);

async function giveBack(needs: GiveBackNeeds, tx: Tx, by: Actor, { practice }: Here, member: Member) {
  const now = needs.clock.now();
  const { accountId } = by.person;
  const today = dayAt(now, needs.settings.service.timeZone);
  await takeRemovalBack(tx, member.id, stateBefore(member, today));
  await applyRoles(needs, tx, member.id, { by: accountId, because: 'roles-changed' });
  if (!member.acceptedAt) {
    const expiresAt = after(now, needs.settings.organisations.invitationLife);
    await askForInvitation(tx, member.id, { sendAt: now, expiresAt });
    await needs.nudge(tx, sendInvitationsName);
  }
  await needs.audit.record(tx, {
    action: 'member-removal-undone',
    actor: by,
    ...(member.accountId && { subject: member.accountId }),
    organisation: practice.id,
    record: { type: 'member', id: member.id },
  });
  await tellAccessNow(needs, tx, practice, member.id, 'restored');
}

function stateBefore({ acceptedAt, returnsOn }: Member, today: string): MemberState {
  if (!acceptedAt) return 'invited';
  return returnsOn && returnsOn > today ? 'on-leave' : 'active';
}
