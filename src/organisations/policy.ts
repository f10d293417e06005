import { helpsPeople } from '../identity/index.ts';
import type { Actor } from '../kernel/actor.ts';
import type { AccountId, OrganisationId } from '../kernel/ids.ts';
import { policy } from '../kernel/policy.ts';
import type { Services } from '../platform/settings/services-setting.ts';
import {
  findRole,
  isAdministering,
  isRole,
  looksAfterPeople,
  mainContact,
  mayGive,
  outranks,
  type RoleName,
} from './roles/roles.ts';

/** Support staff look after registers and registrations, whatever organisation they concern. */
export const manageRegistrations = policy('manage registrations', (actor) => helpsPeople(actor));

export const manageRegisters = policy('manage registers', (actor) => helpsPeople(actor));

/** Support staff decide about an organisation that cannot help itself: a new main contact, a successor. */
export const manageOrganisations = policy('manage organisations', (actor) => helpsPeople(actor));

/** Where something is done: a practice, or one branch of it. */
export interface Place {
  practiceId: OrganisationId;
  branchId: OrganisationId | undefined;
  /** It closed; its people can look for a time, and change nothing. */
  isReadOnly: boolean;
}

/** A place, and what its roles mean. */
export interface InPlace {
  place: Place;
  services: Services;
}

/** Roles that somebody gives or takes there, to or from somebody. */
export interface GivingRoles extends InPlace {
  roles: readonly RoleName[];
  /** Whose they become or were; unknown before an invitation is accepted. */
  to: AccountId | undefined;
}

/** Somebody there, with what they hold or held. `place` is where they are: their branch, where they are limited to one. */
export interface OfPerson extends InPlace {
  roles: readonly RoleName[];
  accountId: AccountId | undefined;
}

/** What a person holds at a place: given for the practice, it counts at every branch; for a branch, there alone. */
export const heldAt = (actor: Actor | undefined, { practiceId, branchId }: Place): RoleName[] =>
  actor?.person.realm === 'portal'
    ? actor.person.roles.filter(
        ({ organisationId, service }) =>
          service !== 'support' && (organisationId === practiceId || organisationId === branchId),
      )
    : [];

const inPortal = (actor: Actor | undefined): boolean => actor?.person.realm === 'portal';

const administersAt = (actor: Actor | undefined, { place, services }: InPlace): boolean =>
  heldAt(actor, place).some((role) => isAdministering(services, role));

const looksAfterPeopleAt = (actor: Actor | undefined, { place }: InPlace): boolean =>
  looksAfterPeople(heldAt(actor, place));

/** Anybody with any role there. */
export const actForOrganisation = policy<InPlace>(
  'act for an organisation',
  inPortal,
  (actor, { place }) => heldAt(actor, place).length > 0,
);

/** Lists and files of people: every administrator, of whatever service. */
export const seePeople = policy<InPlace>('see the people of an organisation', inPortal, administersAt);

/** Which roles come with it is `giveRoles`. */
export const addPeople = policy<InPlace>(
  'add people to an organisation',
  inPortal,
  (actor, record) => !record.place.isReadOnly && administersAt(actor, record),
);

/** Every one of them; nothing at all is asked of nobody. */
export const giveRoles = policy<GivingRoles>(
  'give and take roles',
  inPortal,
  (actor, { place, services, roles, to }) =>
    !place.isReadOnly &&
    roles.every((role) =>
      mayGive(services, heldAt(actor, place), role, { toSelf: to !== undefined && to === actor?.subject }),
    ),
);

/** Those of somebody's roles that are not the actor's to give; one that the settings forgot is nobody's, and gives nothing. */
export const notTheirsToGive = (
  actor: Actor | undefined,
  { place, services, roles, accountId }: OfPerson,
): RoleName[] =>
  roles.filter(
    (role) =>
      findRole(services, role) && !giveRoles.allows(actor, { place, services, roles: [role], to: accountId }),
  );

/** Details, branch, dates, leave, an invitation: of others whom one outranks. */
export const changePerson = policy<OfPerson>(
  'change somebody’s access',
  inPortal,
  (actor, { place, services, roles, accountId }) =>
    !place.isReadOnly && accountId !== actor?.subject && outranks(services, heldAt(actor, place), roles),
);

/** The end of somebody's access, and its return: whoever may change it. */
export const removePerson = policy<OfPerson>('remove and restore somebody', inPortal, changePerson.allows);

/** Requests for access, words about leavers: the main contact and deputies. */
export const decideRequests = policy<InPlace>(
  'decide requests for access',
  inPortal,
  (actor, record) => !record.place.isReadOnly && looksAfterPeopleAt(actor, record),
);

export const reviewAccess = policy<InPlace>('review access', inPortal, decideRequests.allows);

/** The main contact alone offers the role to somebody else. */
export const handOver = policy<InPlace>(
  'hand over',
  inPortal,
  (actor, { place }) => !place.isReadOnly && heldAt(actor, place).some(isRole(mainContact)),
);
