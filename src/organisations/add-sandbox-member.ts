import { dayAt, daysFrom } from '../kernel/calendar-day.ts';
import { after } from '../kernel/duration.ts';
import type { EmailAddress } from '../kernel/email-address.ts';
import type { AccountId, OrganisationId } from '../kernel/ids.ts';
import { dialledNumber, readPhoneNumber } from '../kernel/phone-number.ts';
import type { Tx } from '../platform/database/database.ts';
import type { Settings } from '../platform/settings/settings.ts';
import { askForInvitation } from './invitations/invitation.store.ts';
import { markOnLeave } from './leave/leave.store.ts';
import { markRemoved } from './members/end-member.store.ts';
import { addMember } from './members/member.store.ts';
import type { MemberId } from './members/member.ts';
import { type ApplyRolesNeeds, applyRoles } from './roles/apply-roles.ts';
import { writeRoles } from './roles/give-roles.ts';
import { readRoleKey } from './roles/roles.ts';

export interface SandboxMember {
  organisationId: OrganisationId;
  /** Nobody's of who is only invited. */
  accountId: AccountId | null;
  fullName: string;
  email: EmailAddress;
  /** Like `payments/view-claims`; those that the portal does not have are left out. */
  roles: readonly string[];
  jobTitle: string;
  phone: string;
  /** Days ahead. */
  backIn?: number;
  endsIn?: number;
  isRemoved?: boolean;
  by: AccountId;
}

interface AddSandboxMemberNeeds extends ApplyRolesNeeds {
  settings: Pick<Settings, 'service' | 'organisations' | 'secondFactor'>;
}

/** Somebody of the sandbox's practice, in any state: so that its list looks as lists of real practices do. */
export async function addSandboxMember(
  needs: AddSandboxMemberNeeds,
  tx: Tx,
  person: SandboxMember,
): Promise<MemberId> {
  const { services, invitationLife } = needs.settings.organisations;
  const id = needs.ids.next<'member'>();
  const now = needs.clock.now();
  const phone = readPhoneNumber(person.phone);
  await addMember(tx, {
    ...person,
    id,
    state: person.accountId ? 'active' : 'invited',
    branchId: null,
    phone: phone ? { typed: phone.typed, dialled: dialledNumber(phone) } : null,
    startsOn: null,
    endsOn: person.endsIn ? dayIn(needs, person.endsIn) : null,
    createdBy: person.by,
    now,
  });
  const roles = person.roles.flatMap((key) => readRoleKey(services, key) ?? []);
  await writeRoles(tx, id, roles, person.by, now);
  if (!person.accountId)
    await askForInvitation(tx, id, { sendAt: now, expiresAt: after(now, invitationLife) });
  if (person.backIn) await markOnLeave(tx, id, dayIn(needs, person.backIn));
  if (person.isRemoved)
    await markRemoved(tx, id, { by: person.by, because: 'left', note: null, undoUntil: null, now });
  await applyRoles(needs, tx, id, { by: person.by, because: 'roles-changed' });
  return id;
}

const dayIn = ({ clock, settings }: AddSandboxMemberNeeds, count: number): string =>
  daysFrom(dayAt(clock.now(), settings.service.timeZone), count);
