import type { Actor } from '../../kernel/actor.ts';
import type { Services } from '../../platform/settings/services-setting.ts';
import { isAdministering } from '../roles/roles.ts';

/** Whether somebody looks after anybody's access at all, so that a way to it is worth showing. It permits nothing. */
export const administersAnything = ({ person }: Actor, services: Services): boolean =>
  person.realm === 'portal' &&
  person.roles.some((role) => role.service !== 'support' && isAdministering(services, role));
