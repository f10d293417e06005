import type { Person } from './read-person.ts';

/** What staff can do to an account; each has its own page that asks why. */
export const accountActions = ['unlock', 'send-link', 'log-out', 'deactivate', 'activate'] as const;

export type AccountAction = (typeof accountActions)[number];

/** What makes sense now; doing anything else is harmless, and says so. */
export function actionsFor({ state, closed }: Pick<Person, 'state' | 'closed'>): AccountAction[] {
  if (state === 'deactivated') return ['activate'];
  if (state === 'closed') return [];
  return [...(closed.length > 0 ? (['unlock'] as const) : []), 'send-link', 'log-out', 'deactivate'];
}
