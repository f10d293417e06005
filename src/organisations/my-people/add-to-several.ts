import { askFresh } from '../../identity/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { EmailAddress } from '../../kernel/email-address.ts';
import { ask, loggedInTo } from '../../kernel/policy.ts';
import { inTransaction, type Queryable } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { type Here, holdHere } from '../here.ts';
import { type InviteMemberNeeds, inviteMember } from '../invitations/invite-member.ts';
import { findLiveMember } from '../members/member.store.ts';
import type { MemberId } from '../members/member.ts';
import { addPeople, giveRoles } from '../policy.ts';
import { checkLimits } from '../roles/give-roles.ts';
import type { RoleName } from '../roles/roles.ts';
import type { MyPlace } from './my-places.ts';
import type { MyPeopleNeeds } from './read-my-people.ts';

export type AddToSeveralNeeds = MyPeopleNeeds & InviteMemberNeeds & { settings: Pick<Settings, 'session'> };

export interface PersonForSeveral {
  fullName: string;
  email: EmailAddress;
  roles: readonly RoleName[];
}

/** A role they do not get at a place, and why: it is not the actor's to give, or as many have it as may. */
export interface LeftOut {
  role: RoleName;
  because: 'not-yours' | 'full';
}

/** What happens at one place, said before and after. */
export type AddPlan =
  | { outcome: 'invited'; roles: RoleName[]; leftOut: LeftOut[] }
  | { outcome: 'already-member'; memberId: MemberId }
  | { outcome: 'no-role'; leftOut: LeftOut[] }
  | { outcome: 'not-allowed' };

export interface AddedAt {
  place: MyPlace;
  plan: AddPlan;
}

/** What would happen at each place, if it were done now. */
export async function planAdding(
  { database }: MyPeopleNeeds,
  actor: Actor | undefined,
  places: readonly MyPlace[],
  person: PersonForSeveral,
): Promise<AddedAt[]> {
  ask(loggedInTo.portal, actor, undefined);
  const planned: AddedAt[] = [];
  for (const place of places) planned.push({ place, plan: await planAt(database, actor, place, person) });
  return planned;
}

/** Invites somebody to each place, one at a time: what cannot be done at one stops none of the others. Safe to repeat. */
export async function addToSeveral(
  needs: AddToSeveralNeeds,
  actor: Actor | undefined,
  places: readonly MyPlace[],
  person: PersonForSeveral,
): Promise<AddedAt[]> {
  ask(loggedInTo.portal, actor, undefined);
  askFresh(needs, actor);
  const done: AddedAt[] = [];
  for (const place of places) done.push({ place, plan: await addAt(needs, actor, place, person) });
  return done;
}

const addAt = (needs: AddToSeveralNeeds, actor: Actor, here: MyPlace, person: PersonForSeveral) =>
  inTransaction(needs.database, async (tx): Promise<AddPlan> => {
    const by = await holdHere(tx, actor, here);
    const plan = await planAt(tx, by, here, person);
    if (plan.outcome !== 'invited') return plan;
    const { fullName, email } = person;
    const { branchId } = here.place;
    const result = await inviteMember(
      needs,
      tx,
      { by, here },
      { fullName, email, branchId, roles: plan.roles },
    );
    if (result.outcome === 'limit-reached') throw new Error('a limit was passed while the practice was held');
    return result.outcome === 'invited' ? plan : { outcome: 'already-member', memberId: result.memberId };
  });

/** The permissions of each place are asked there; a role that is not to be given there is left out, and said to be. */
async function planAt(
  db: Queryable,
  actor: Actor,
  here: Here,
  { email, roles }: PersonForSeveral,
): Promise<AddPlan> {
  if (!addPeople.allows(actor, here)) return { outcome: 'not-allowed' };
  const known = await findLiveMember(db, here.practice.id, { emailCanonical: email.canonical });
  if (known) return { outcome: 'already-member', memberId: known.id };
  const given: RoleName[] = [];
  const leftOut: LeftOut[] = [];
  for (const role of roles) {
    const because = await whyNot(db, actor, here, role);
    if (because) leftOut.push({ role, because });
    else given.push(role);
  }
  return given.length > 0 ? { outcome: 'invited', roles: given, leftOut } : { outcome: 'no-role', leftOut };
}

async function whyNot(
  db: Queryable,
  actor: Actor,
  here: Here,
  role: RoleName,
): Promise<LeftOut['because'] | undefined> {
  if (!giveRoles.allows(actor, { ...here, roles: [role], to: undefined })) return 'not-yours';
  const limits = await checkLimits(db, here, [role], null);
  return limits.outcome === 'limit-reached' ? 'full' : undefined;
}
