import type { Audit } from '../../audit/index.ts';
import { askFresh } from '../../identity/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import { dayAt } from '../../kernel/calendar-day.ts';
import { dialledNumber, readPhoneNumber } from '../../kernel/phone-number.ts';
import { ask } from '../../kernel/policy.ts';
import { type Database, inTransaction, type Tx } from '../../platform/database/database.ts';
import { countAdministrators } from '../members/member.store.ts';
import type { Member } from '../members/member.ts';
import { holdPersonHere, type PersonAddress, type PersonHere } from '../members/person-here.ts';
import { tellAccessNow } from '../members/tell-access-now.ts';
import type { TellMemberNeeds } from '../members/tell-member.ts';
import { isOpenPlace } from '../places/places.ts';
import { changePerson, giveRoles } from '../policy.ts';
import { type ApplyRolesNeeds, applyRoles } from '../roles/apply-roles.ts';
import { findRole, looksAfterPeople, type RoleName } from '../roles/roles.ts';
import { keepDetails } from './change-person.store.ts';
import {
  changedDetails,
  type DetailName,
  type Details,
  detailsBasis,
  detailsOf,
  hasBegun,
} from './details.ts';

export interface ChangePersonNeeds extends ApplyRolesNeeds, TellMemberNeeds {
  audit: Audit;
  database: Database;
  settings: TellMemberNeeds['settings'];
}

export interface DetailsChange extends PersonAddress, Details {
  /** What the form was filled in from. */
  basis: string;
}

export type ChangeDetailsOutcome =
  | { outcome: 'changed' }
  | { outcome: 'removed' }
  /** Somebody else was quicker; nothing of this form was saved. */
  | { outcome: 'changed-meanwhile'; member: Member; by: 'details' }
  | { outcome: 'unknown-branch' }
  /** Moving somebody takes their roles from one place and gives them at another. */
  | { outcome: 'roles-not-yours'; roles: readonly RoleName[] }
  | { outcome: 'ends-in-past' }
  | { outcome: 'ends-before-start' }
  | { outcome: 'last-administrator' };

/** Changes job title, phone, branch and dates of somebody whom the actor outranks, where they are and where they would be. */
export async function changeDetails(
  needs: ChangePersonNeeds,
  actor: Actor | undefined,
  change: DetailsChange,
): Promise<ChangeDetailsOutcome> {
  return inTransaction(needs.database, async (tx) => {
    const { by, ...person } = await holdPersonHere(needs, tx, actor, change);
    ask(changePerson, by, person.of);
    askFresh(needs, by);
    const { member } = person;
    if (member.state === 'removed') return { outcome: 'removed' };
    if (change.basis !== detailsBasis(member)) return { outcome: 'changed-meanwhile', member, by: 'details' };
    const details = settleDetails(needs, change, member);
    const changed = changedDetails(details, detailsOf(member));
    const problem =
      findDateProblem(needs, details, changed) ??
      (await findMoveProblem(needs, tx, by, person, details, changed)) ??
      (await findGap(needs, tx, person, details, changed));
    if (problem) return problem;
    if (changed.length > 0) await keep(needs, tx, by, person, { details, changed });
    return { outcome: 'changed' };
  });
}

/** A start that has come stays as it is. */
const settleDetails = (needs: ChangePersonNeeds, change: Details, member: Member): Details => ({
  jobTitle: change.jobTitle,
  phone: change.phone,
  branchId: change.branchId,
  startsOn: hasBegun(member, todayOf(needs)) ? member.startsOn : change.startsOn,
  endsOn: change.endsOn,
});

const todayOf = ({ clock, settings }: ChangePersonNeeds) => dayAt(clock.now(), settings.service.timeZone);

function findDateProblem(
  needs: ChangePersonNeeds,
  { startsOn, endsOn }: Details,
  changed: DetailName[],
): ChangeDetailsOutcome | undefined {
  if (!endsOn) return undefined;
  if (changed.includes('endsOn') && endsOn < todayOf(needs)) return { outcome: 'ends-in-past' };
  return startsOn && endsOn < startsOn ? { outcome: 'ends-before-start' } : undefined;
}

async function findMoveProblem(
  needs: ChangePersonNeeds,
  tx: Tx,
  by: Actor,
  { here, member, of }: PersonHere,
  { branchId }: Details,
  changed: DetailName[],
): Promise<ChangeDetailsOutcome | undefined> {
  if (!changed.includes('branchId')) return undefined;
  if (!(await isOpenPlace(needs, tx, here, branchId))) return { outcome: 'unknown-branch' };
  const there = { ...of, place: { ...here.place, branchId } };
  ask(changePerson, by, there);
  const known = member.roles.filter((role) => findRole(of.services, role));
  const to = member.accountId;
  const roles = known.filter(
    (role) => ![of, there].every((place) => giveRoles.allows(by, { ...place, roles: [role], to })),
  );
  return roles.length > 0 ? { outcome: 'roles-not-yours', roles } : undefined;
}

/** Whoever looks after everybody must not wait for a start, or be moved to one branch, when nobody else does. */
async function findGap(
  needs: ChangePersonNeeds,
  tx: Tx,
  { here, member }: PersonHere,
  { startsOn }: Details,
  changed: DetailName[],
): Promise<ChangeDetailsOutcome | undefined> {
  const isToCome = changed.includes('startsOn') && (startsOn ?? '') > todayOf(needs);
  if (!looksAfterPeople(member.roles) || !(isToCome || changed.includes('branchId'))) return undefined;
  const others = await countAdministrators(tx, here.practice.id, member.id);
  return others === 0 ? { outcome: 'last-administrator' } : undefined;
}

async function keep(
  needs: ChangePersonNeeds,
  tx: Tx,
  by: Actor,
  { here, member }: PersonHere,
  { details, changed }: { details: Details; changed: DetailName[] },
): Promise<void> {
  const { practice } = here;
  const phone = readPhoneNumber(details.phone);
  await keepDetails(tx, member.id, {
    jobTitle: details.jobTitle || null,
    phone: phone ? { typed: phone.typed, dialled: dialledNumber(phone) } : null,
    branchId: details.branchId ?? null,
    startsOn: details.startsOn ?? null,
    endsOn: details.endsOn ?? null,
    isEndNew: changed.includes('endsOn'),
  });
  await applyRoles(needs, tx, member.id, { by: by.person.accountId, because: 'branch-changed' });
  await needs.audit.record(tx, {
    action: 'member-changed',
    actor: by,
    ...(member.accountId && { subject: member.accountId }),
    organisation: practice.id,
    record: { type: 'member', id: member.id },
    detail: { changed },
  });
  if (changed.some((name) => name !== 'jobTitle' && name !== 'phone'))
    await tellAccessNow(needs, tx, practice, member.id, 'changed');
}
