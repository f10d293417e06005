import { askFresh } from '../../identity/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import { ask } from '../../kernel/policy.ts';
import { inTransaction, type Tx } from '../../platform/database/database.ts';
import { countAdministrators, countInRole, takeRoleRow } from '../members/member.store.ts';
import type { Member } from '../members/member.ts';
import { holdPersonHere, type PersonAddress, type PersonHere } from '../members/person-here.ts';
import { tellAccessNow } from '../members/tell-access-now.ts';
import { giveRoles, heldAt } from '../policy.ts';
import { applyRoles } from '../roles/apply-roles.ts';
import { checkLimits, type LimitsOutcome, writeRoles } from '../roles/give-roles.ts';
import {
  isAdministering,
  isRole,
  looksAfterPeople,
  mainContact,
  mayGive,
  type RoleName,
  roleKey,
} from '../roles/roles.ts';
import type { ChangePersonNeeds } from './change-details.ts';

export interface RolesChange extends PersonAddress {
  /** Those ticked among the ones the actor may give or take; the others stay as they are. */
  chosen: readonly RoleName[];
  /** The roles the form was filled in from. */
  basis: string;
}

export type ChangeRolesOutcome =
  | { outcome: 'changed' }
  | { outcome: 'removed' }
  /** Somebody else was quicker; nothing of this form was saved. */
  | { outcome: 'changed-meanwhile'; member: Member; by: 'roles' }
  | { outcome: 'none-left' }
  | { outcome: 'last-administrator' }
  /** Nobody else has the role of one's own that one would give up. */
  | { outcome: 'last-in-role'; role: RoleName }
  | Extract<LimitsOutcome, { outcome: 'limit-reached' }>;

export const rolesBasis = ({ roles }: Pick<Member, 'roles'>): string => roles.map(roleKey).sort().join(' ');

/** One's own role that administers can be given up, and not that of the main contact, which is handed over. */
export const mayGiveUp = (by: Actor, { of }: Pick<PersonHere, 'of'>, role: RoleName): boolean =>
  of.accountId === by.subject && isAdministering(of.services, role) && !isRole(mainContact)(role);

interface Difference {
  given: RoleName[];
  taken: RoleName[];
  left: number;
}

/** Gives and takes the roles in which a choice differs from what is held; each is asked for by itself. */
export async function changeRoles(
  needs: ChangePersonNeeds,
  actor: Actor | undefined,
  change: RolesChange,
): Promise<ChangeRolesOutcome> {
  return inTransaction(needs.database, async (tx) => {
    const { by, ...person } = await holdPersonHere(needs, tx, actor, change);
    const { member, of } = person;
    ask(giveRoles, by, { ...of, roles: [], to: member.accountId });
    askFresh(needs, by);
    if (member.state === 'removed') return { outcome: 'removed' };
    if (change.basis !== rolesBasis(member)) return { outcome: 'changed-meanwhile', member, by: 'roles' };
    const difference = compare(by, person, change.chosen);
    const takenFrom = difference.taken.filter((role) => !mayGiveUp(by, person, role));
    ask(giveRoles, by, { ...of, roles: [...difference.given, ...takenFrom], to: member.accountId });
    const problem = await findProblem(tx, by, person, difference);
    if (problem) return problem;
    await keep(needs, tx, by, person, difference);
    return { outcome: 'changed' };
  });
}

function compare(by: Actor, person: PersonHere, chosen: readonly RoleName[]): Difference {
  const { member, of } = person;
  const toSelf = of.accountId !== undefined && of.accountId === by.subject;
  const mayTake = (role: RoleName) =>
    mayGive(of.services, heldAt(by, of.place), role, { toSelf }) || mayGiveUp(by, person, role);
  const given = chosen.filter((role) => !member.roles.some(isRole(role)));
  const taken = member.roles.filter((role) => !chosen.some(isRole(role)) && mayTake(role));
  return { given, taken, left: member.roles.length + given.length - taken.length };
}

async function findProblem(
  tx: Tx,
  by: Actor,
  person: PersonHere,
  { given, taken, left }: Difference,
): Promise<ChangeRolesOutcome | undefined> {
  const { here, member } = person;
  if (left === 0) return { outcome: 'none-left' };
  for (const role of taken.filter((one) => mayGiveUp(by, person, one)))
    if (!looksAfterPeople([role]) && (await countInRole(tx, here.practice.id, role, member.id)) === 0)
      return { outcome: 'last-in-role', role };
  const isGap =
    looksAfterPeople(taken) &&
    member.state === 'active' &&
    (await countAdministrators(tx, here.practice.id, member.id)) === 0;
  if (isGap) return { outcome: 'last-administrator' };
  const limits = await checkLimits(tx, here, given, member.id);
  return limits.outcome === 'limit-reached' ? limits : undefined;
}

async function keep(
  needs: ChangePersonNeeds,
  tx: Tx,
  by: Actor,
  { here, member }: PersonHere,
  { given, taken }: Difference,
): Promise<void> {
  if (given.length + taken.length === 0) return;
  const { accountId } = by.person;
  for (const role of taken) await takeRoleRow(tx, member.id, role);
  await writeRoles(tx, member.id, given, accountId, needs.clock.now());
  await applyRoles(needs, tx, member.id, { by: accountId, because: 'roles-changed' });
  await needs.audit.record(tx, {
    action: 'member-roles-changed',
    actor: by,
    ...(member.accountId && { subject: member.accountId }),
    organisation: here.practice.id,
    record: { type: 'member', id: member.id },
    detail: { given: given.map(roleKey), taken: taken.map(roleKey) },
  });
  await tellAccessNow(needs, tx, here.practice, member.id, 'changed');
}
