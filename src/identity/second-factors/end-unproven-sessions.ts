import type { Role } from '../../kernel/actor.ts';
import type { AccountId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import { endUnproven } from '../sessions/session.store.ts';
import { needsFactor, type WhoIsAsked } from './factor-policy.ts';

export interface RolesBegun {
  accountId: AccountId;
  roles: readonly Pick<Role, 'service' | 'role'>[];
  now: Date;
}

/**
 * Whoever administers from now on is asked for a code from now on: where the policy wants one of administrators, what
 * was begun without one ends, and the next log in asks. Call it in the change that gives the roles.
 */
export async function endUnprovenSessions(
  settings: WhoIsAsked,
  tx: Tx,
  { accountId, roles, now }: RolesBegun,
): Promise<void> {
  const isAskedOfAll = settings.secondFactor.needed === 'everyone';
  if (isAskedOfAll || !needsFactor(settings, 'portal', roles)) return;
  await endUnproven(tx, accountId, 'administers-now', now);
}
