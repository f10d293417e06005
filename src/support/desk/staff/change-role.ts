import { addMembership, endMemberships, type StaffRole } from '../../../identity/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { inTransaction, type Tx } from '../../../platform/database/database.ts';
import type { StaffNeeds } from './add-staff.ts';
import { type HeldStaff, holdStaffMember, isLastAdministrator } from './hold-staff-member.ts';
import { roleChangedEmail } from './staff.email.tsx';
import { tellStaff } from './tell-staff.ts';

export type ChangeRoleOutcome =
  | { outcome: 'role-changed' }
  | { outcome: 'same-role' }
  | { outcome: 'last-administrator' };

/** Gives a colleague another role, from their next request on; the old one stays in the history. */
export async function changeRole(
  needs: StaffNeeds,
  actor: Actor | undefined,
  { accountId, role }: { accountId: string; role: StaffRole },
): Promise<ChangeRoleOutcome> {
  return inTransaction(needs.database, async (tx) => {
    const held = await holdStaffMember(needs, tx, actor, accountId);
    if (held.member.role === role) return { outcome: 'same-role' };
    if (await isLastAdministrator(tx, held.member)) return { outcome: 'last-administrator' };
    await replaceRole(needs, tx, held, role);
    return { outcome: 'role-changed' };
  });
}

async function replaceRole(needs: StaffNeeds, tx: Tx, held: HeldStaff, role: StaffRole): Promise<void> {
  const { operator: organisationId, member, heldBy } = held;
  const by = heldBy.person.accountId;
  const now = needs.clock.now();
  const membership = { accountId: member.id, organisationId, service: 'support', now };
  await endMemberships(tx, { ...membership, endedBy: by, reason: 'role-changed' });
  await addMembership(tx, needs.ids, { ...membership, role, givenBy: by });
  await needs.audit.record(tx, {
    action: 'staff-role-changed',
    actor: heldBy,
    subject: member.id,
    organisation: organisationId,
    detail: { from: member.role, to: role },
  });
  await tellStaff(needs, tx, member, 'staff-role-changed', roleChangedEmail(role));
}
