import { nameOfRole } from '../platform/settings/role-names.ts';
import type { Services } from '../platform/settings/services-setting.ts';

/** A role as people read it: what staff are called in our words, everything else as the settings name it. */
export const roleTitle = (
  services: Services,
  staffRoles: Readonly<Record<string, string>>,
  held: { service: string; role: string },
): string => (held.service === 'support' ? (staffRoles[held.role] ?? held.role) : nameOfRole(services, held));
