import { countOthersInRole, holdRole } from '../../../identity/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { NotFound } from '../../../kernel/endings.ts';
import { type AccountId, type Ids, isId, type OrganisationId } from '../../../kernel/ids.ts';
import { ask } from '../../../kernel/policy.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { Settings } from '../../../platform/settings/settings.ts';
import { ensureOperator } from '../../operator.store.ts';
import { changeStaffAccess } from '../../policy.ts';
import { findStaffMember, holdStaff, type StaffMember } from './staff.store.ts';

export interface HeldStaff {
  operator: OrganisationId;
  member: StaffMember;
  heldBy: Actor;
}

/** Every change of a colleague's access begins so. Nobody found: not staff, or not any more. */
export async function holdStaffMember(
  needs: { ids: Ids; settings: Pick<Settings, 'service'> },
  tx: Tx,
  actor: Actor | undefined,
  id: string,
): Promise<HeldStaff> {
  ask(changeStaffAccess, actor, { accountId: id as AccountId });
  const operator = await ensureOperator(needs, tx);
  await holdStaff(tx, operator);
  const member = isId(id) ? await findStaffMember(tx, operator, id) : undefined;
  if (!member) throw new NotFound('staff member');
  return { operator, member, heldBy: actor };
}

/** Whether nobody could let anybody in once this person is no administrator any more. */
export async function isLastAdministrator(tx: Tx, { id, role }: StaffMember): Promise<boolean> {
  if (role !== 'administrator') return false;
  await holdRole(tx, 'support', 'administrator');
  return (await countOthersInRole(tx, id, 'support', 'administrator')) === 0;
}
