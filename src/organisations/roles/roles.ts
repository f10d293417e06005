import type { Role } from '../../kernel/actor.ts';
import { nameOfRole } from '../../platform/settings/role-names.ts';
import type { Services } from '../../platform/settings/services-setting.ts';

/** A role of one service, wherever it is held. */
export type RoleName = Pick<Role, 'service' | 'role'>;

/** A role as the settings describe it. */
export interface RoleRule extends RoleName {
  name: string;
  does: string;
  serviceName: string;
  kind: 'administrator' | 'deputy' | 'task';
  atMost: number | undefined;
  givenBy: readonly string[];
}

export const mainContact: RoleName = { service: 'portal', role: 'main-contact' };
export const deputy: RoleName = { service: 'portal', role: 'deputy' };

/** One role as one word, like `payments/view-claims`: in forms, files and settings. */
export const roleKey = ({ service, role }: RoleName): string => `${service}/${role}`;

/** The role that such a word names, whether or not the settings know it. */
export function nameOfKey(key: string): RoleName {
  const [service = '', role = ''] = key.split('/');
  return { service, role };
}

export const isRole =
  (one: RoleName) =>
  (other: RoleName): boolean =>
    one.service === other.service && one.role === other.role;

/** Every role there is, service by service, in the order of the settings. */
export const allRoles = (services: Services): RoleRule[] =>
  Object.entries(services).flatMap(([service, { name: serviceName, roles }]) =>
    Object.entries(roles).map(([role, { atMost, ...rule }]) => ({
      service,
      role,
      serviceName,
      atMost,
      ...rule,
    })),
  );

/** Undefined for a role that the settings do not know (any more). */
export const findRole = (services: Services, name: RoleName): RoleRule | undefined =>
  allRoles(services).find(isRole(name));

export const readRoleKey = (services: Services, key: string): RoleRule | undefined =>
  allRoles(services).find((rule) => roleKey(rule) === key);

/** What to call a role; of one that the settings forgot, its own short name. */
export const roleTitle = (services: Services, name: RoleName): string => nameOfRole(services, name);

export const isAdministering = (services: Services, name: RoleName): boolean =>
  (findRole(services, name)?.kind ?? 'task') !== 'task';

/** Whoever looks after the people of an organisation, whatever they do there besides. */
export const looksAfterPeople = (held: readonly RoleName[]): boolean =>
  held.some((role) => isRole(mainContact)(role) || isRole(deputy)(role));

/**
 * Whether somebody with these roles may give a role, or take it. Nobody gives themselves a role that administers;
 * giving up one's own is `toSelf` too, and asked elsewhere.
 */
export function mayGive(
  services: Services,
  held: readonly RoleName[],
  role: RoleName,
  { toSelf }: { toSelf: boolean },
): boolean {
  const rule = findRole(services, role);
  if (!rule || (toSelf && rule.kind !== 'task')) return false;
  return held.some((one) => rule.givenBy.includes(roleKey(one)));
}

/**
 * Whether somebody with these roles may change or end the access of somebody with those. The main contact may of
 * everybody else, deputies of everybody beneath them, and who administers a service where it is all the other does.
 */
export function outranks(
  services: Services,
  held: readonly RoleName[],
  theirs: readonly RoleName[],
): boolean {
  if (theirs.some(isRole(mainContact))) return false;
  if (held.some(isRole(mainContact))) return true;
  if (held.some(isRole(deputy))) return !theirs.some(isRole(deputy));
  return theirs.length > 0 && theirs.every((role) => mayGive(services, held, role, { toSelf: false }));
}
