import type { Services } from './services-setting.ts';

/** A role of the settings, wherever it is held: what it is called and what it is for. Undefined once they forgot it. */
export function settingOfRole(services: Services, { service, role }: { service: string; role: string }) {
  const roles = Object.hasOwn(services, service) ? services[service]?.roles : undefined;
  return roles && Object.hasOwn(roles, role) ? roles[role] : undefined;
}

/** What people read for a role of the portal; of one that the settings forgot, its own short name. */
export const nameOfRole = (services: Services, held: { service: string; role: string }): string =>
  settingOfRole(services, held)?.name ?? held.role;
