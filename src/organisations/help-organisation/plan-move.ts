import { readEmailAddress } from '../../kernel/email-address.ts';
import type { OrganisationId } from '../../kernel/ids.ts';
import type { Queryable } from '../../platform/database/database.ts';
import type { Services } from '../../platform/settings/services-setting.ts';
import { countAdministrators, countInRole, findLiveMember } from '../members/member.store.ts';
import type { Member } from '../members/member.ts';
import { findById } from '../places/organisation.store.ts';
import type { Organisation } from '../places/organisation.ts';
import {
  findRole,
  isAdministering,
  isRole,
  looksAfterPeople,
  mainContact,
  type RoleName,
  roleKey,
} from '../roles/roles.ts';

/** Why a role does not come along. */
export type WhyNot =
  /** The successor has administrators of its own, and gives such roles itself. */
  | 'administers'
  | 'full'
  /** The settings do not know it any more. */
  | 'unknown'
  /** They are at another branch there, and would gain access beyond their own. */
  | 'other-place';

export type PlannedMove =
  | {
      goes: 'new' | 'joins';
      member: Member;
      /** Their own record at the successor, where they have one. */
      known: Member | undefined;
      brings: RoleName[];
      leaves: { role: RoleName; why: WhyNot }[];
    }
  | {
      goes: 'stays';
      member: Member;
      /** Who has not accepted is invited anew; a branch that did not come along takes nobody with it. */
      why: 'not-accepted' | 'branch-stays' | 'invited-there';
    };

export interface Moving {
  to: Organisation;
  services: Services;
}

/** What would happen to each of these people: the same for the preview and for the move. */
export async function planMove(
  db: Queryable,
  { to, services }: Moving,
  members: readonly Member[],
): Promise<PlannedMove[]> {
  const hasAdministrator = (await countAdministrators(db, to.id, null)) > 0;
  const taken = new Map<string, number>();
  const plans: PlannedMove[] = [];
  for (const member of [...members].sort(byRank)) {
    const there = await standing(db, to.id, member);
    if ('why' in there) {
      plans.push({ goes: 'stays', member, why: there.why });
      continue;
    }
    const context = { services, hasAdministrator, taken, to: to.id, known: there.known };
    plans.push({
      goes: there.known ? 'joins' : 'new',
      member,
      ...there,
      ...(await sortRoles(db, context, member)),
    });
  }
  return plans;
}

const byRank = (one: Member, other: Member): number => rank(one) - rank(other);

/** Whoever is main contact comes first: there is room for one. */
function rank({ roles }: Member): number {
  if (roles.some(isRole(mainContact))) return 0;
  return looksAfterPeople(roles) ? 1 : 2;
}

async function standing(
  db: Queryable,
  to: OrganisationId,
  { accountId, branchId, email }: Member,
): Promise<{ known: Member | undefined } | { why: 'not-accepted' | 'branch-stays' | 'invited-there' }> {
  if (!accountId) return { why: 'not-accepted' };
  if (branchId && (await findById(db, branchId))?.parentId !== to) return { why: 'branch-stays' };
  const known = await findLiveMember(db, to, { accountId });
  if (known) return { known };
  const emailCanonical = readEmailAddress(email)?.canonical ?? '';
  return (await findLiveMember(db, to, { emailCanonical })) ? { why: 'invited-there' } : { known: undefined };
}

interface RoleContext {
  services: Services;
  hasAdministrator: boolean;
  /** How many of these people get each limited role. */
  taken: Map<string, number>;
  to: OrganisationId;
  known: Member | undefined;
}

async function sortRoles(db: Queryable, context: RoleContext, member: Member) {
  const brings: RoleName[] = [];
  const leaves: { role: RoleName; why: WhyNot }[] = [];
  for (const role of member.roles) {
    if (context.known?.roles.some(isRole(role))) continue;
    const why = await whyNot(db, context, member, role);
    if (why) leaves.push({ role, why });
    else brings.push(role);
  }
  return { brings, leaves };
}

async function whyNot(
  db: Queryable,
  context: RoleContext,
  member: Member,
  role: RoleName,
): Promise<WhyNot | undefined> {
  const { services, hasAdministrator, taken, to, known } = context;
  const rule = findRole(services, role);
  if (!rule) return 'unknown';
  if (known && member.branchId && known.branchId !== member.branchId) return 'other-place';
  const mayLead = !hasAdministrator && looksAfterPeople([role]) && !member.branchId;
  if (isAdministering(services, role) && !mayLead) return 'administers';
  if (rule.atMost === undefined) return undefined;
  const already = taken.get(roleKey(role)) ?? 0;
  if ((await countInRole(db, to, role, null)) + already >= rule.atMost) return 'full';
  taken.set(roleKey(role), already + 1);
  return undefined;
}
