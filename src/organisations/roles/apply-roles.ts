import { addMembership, endUnprovenSessions } from '../../identity/index.ts';
import { dayAt } from '../../kernel/calendar-day.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { AccountId, Ids } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import type { EndedBecause, MemberId } from '../members/member.ts';
import { endStaleMemberships, type InForce, listInForce } from './apply-roles.store.ts';

export interface ApplyRolesNeeds {
  clock: Clock;
  ids: Ids;
  settings: Pick<Settings, 'service' | 'organisations' | 'secondFactor'>;
}

/**
 * Makes what a member may do follow from what is written down about them: the one way in which roles begin and end.
 * Called after every change to a member, in its transaction; the next request of theirs is judged by it.
 */
export async function applyRoles(
  needs: ApplyRolesNeeds,
  tx: Tx,
  member: MemberId,
  {
    by,
    because,
  }: { by: AccountId | null; because: EndedBecause | 'roles-changed' | 'on-leave' | 'branch-changed' },
): Promise<void> {
  const now = needs.clock.now();
  const today = dayAt(now, needs.settings.service.timeZone);
  await endStaleMemberships(tx, member, { today, by, because, now });
  const begun: InForce[] = [];
  for (const role of await listInForce(tx, member, today))
    if (await addMembership(tx, needs.ids, { ...role, now })) begun.push(role);
  const [first] = begun;
  if (first) await endUnprovenSessions(needs.settings, tx, { ...first, roles: begun, now });
}
