import type { Actor } from '../../../kernel/actor.ts';
import { NotFound } from '../../../kernel/endings.ts';
import { type AccountId, isId } from '../../../kernel/ids.ts';
import { ask } from '../../../kernel/policy.ts';
import type { Database } from '../../../platform/database/database.ts';
import { findOperator } from '../../operator.store.ts';
import { administrator, changeStaffAccess } from '../../policy.ts';
import { findStaffMember, listStaff, type StaffMember } from './staff.store.ts';

export async function readStaff(
  { database }: { database: Database },
  actor: Actor | undefined,
): Promise<{ staff: StaffMember[]; viewer: AccountId }> {
  ask(administrator, actor, undefined);
  const operator = await findOperator(database);
  return { staff: operator ? await listStaff(database, operator) : [], viewer: actor.person.accountId };
}

/** A colleague whose access this administrator may change. */
export async function readStaffMember(
  { database }: { database: Database },
  actor: Actor | undefined,
  id: string,
): Promise<StaffMember> {
  ask(changeStaffAccess, actor, { accountId: id as AccountId });
  const operator = await findOperator(database);
  const member = operator && isId(id) ? await findStaffMember(database, operator, id) : undefined;
  if (!member) throw new NotFound('staff member');
  return member;
}
