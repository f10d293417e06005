import type { Person } from '../people/read-person.ts';

/** What staff can do to an account; each has its own page that asks why. */
export const accountActions = [
  'unlock',
  'allow-changes',
  'send-link',
  'log-out',
  'deactivate',
  'activate',
  'close',
] as const;

export type AccountAction = (typeof accountActions)[number];

/** What makes sense now; doing anything else is harmless, and says so. */
export function actionsFor(
  person: Pick<Person, 'state' | 'closed' | 'mayClose' | 'security'>,
): AccountAction[] {
  const close = person.mayClose ? (['close'] as const) : [];
  if (person.state === 'deactivated') return ['activate', ...close];
  if (person.state === 'closed') return ['activate'];
  const unlock = person.closed.length > 0 ? (['unlock'] as const) : [];
  const allow = person.security.frozenAt ? (['allow-changes'] as const) : [];
  return [...unlock, ...allow, 'send-link', 'log-out', 'deactivate', ...close];
}
