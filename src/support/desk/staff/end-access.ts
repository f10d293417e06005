import { endMemberships, endRealmSessions, voidLinks } from '../../../identity/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import type { StaffNeeds } from './add-staff.ts';
import { holdStaffMember, isLastAdministrator } from './hold-staff-member.ts';
import { accessEndedEmail } from './staff.email.tsx';
import { tellStaff } from './tell-staff.ts';

export type EndAccessOutcome = { outcome: 'access-ended' } | { outcome: 'last-administrator' };

/** Takes a colleague's access to the desk away at once; what they may do in the portal stays as it is. */
export async function endAccess(
  needs: StaffNeeds,
  actor: Actor | undefined,
  { accountId, reason }: { accountId: string; reason: string },
): Promise<EndAccessOutcome> {
  return inTransaction(needs.database, async (tx) => {
    const { operator, member, heldBy } = await holdStaffMember(needs, tx, actor, accountId);
    if (await isLastAdministrator(tx, member)) return { outcome: 'last-administrator' };
    const now = needs.clock.now();
    const by = heldBy.person.accountId;
    const membership = { accountId: member.id, organisationId: operator, service: 'support' };
    await endMemberships(tx, { ...membership, endedBy: by, reason, now });
    await voidLinks(tx, member.id, now, 'support');
    await endRealmSessions(tx, member.id, 'support', 'staff-access-ended', now);
    const event = { action: 'staff-access-ended', actor: heldBy, subject: member.id, organisation: operator };
    await needs.audit.record(tx, { ...event, reason });
    await tellStaff(needs, tx, member, 'staff-access-ended', accessEndedEmail);
    return { outcome: 'access-ended' };
  });
}
