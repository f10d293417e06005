import type { Audit } from '../../audit/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Clock } from '../../kernel/clock.ts';
import { after } from '../../kernel/duration.ts';
import type { EmailAddress } from '../../kernel/email-address.ts';
import type { Ids, OrganisationId } from '../../kernel/ids.ts';
import { dialledNumber, type PhoneNumber } from '../../kernel/phone-number.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Nudge } from '../../platform/jobs/due-work.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import type { Here } from '../here.ts';
import { addMember, findLiveMember } from '../members/member.store.ts';
import type { MemberId } from '../members/member.ts';
import { checkLimits, type LimitsOutcome, writeRoles } from '../roles/give-roles.ts';
import { type RoleName, roleKey } from '../roles/roles.ts';
import { askForInvitation } from './invitation.store.ts';

export interface InviteMemberNeeds {
  audit: Audit;
  clock: Clock;
  ids: Ids;
  nudge: Nudge;
  settings: Pick<Settings, 'organisations'>;
}

export interface PersonToInvite {
  fullName: string;
  email: EmailAddress;
  /** The one branch they are limited to. */
  branchId: OrganisationId | undefined;
  roles: readonly RoleName[];
  jobTitle?: string | undefined;
  phone?: PhoneNumber | undefined;
  startsOn?: string | undefined;
  endsOn?: string | undefined;
}

export type InviteMemberOutcome =
  | { outcome: 'invited'; memberId: MemberId }
  /** The address is one of the organisation's people, or was invited and has not answered. */
  | { outcome: 'already-member'; memberId: MemberId }
  | Extract<LimitsOutcome, { outcome: 'limit-reached' }>;

export const sendInvitationsName = 'send-invitations';

/**
 * Writes somebody down as invited, and asks a job to write to them. Nothing is looked up about the address outside the
 * organisation, so whoever invites learns nothing about it. Call it with permissions asked and the practice held.
 */
export async function inviteMember(
  needs: InviteMemberNeeds,
  tx: Tx,
  { by, here }: { by: Actor; here: Here },
  person: PersonToInvite,
): Promise<InviteMemberOutcome> {
  const { practice } = here;
  const now = needs.clock.now();
  const known = await findLiveMember(tx, practice.id, { emailCanonical: person.email.canonical });
  if (known) return { outcome: 'already-member', memberId: known.id };
  const limits = await checkLimits(tx, here, person.roles, null);
  if (limits.outcome === 'limit-reached') return limits;
  const id = needs.ids.next<'member'>();
  const createdBy = by.person.accountId;
  await addMember(tx, { ...newMember(person), id, organisationId: practice.id, createdBy, now });
  await writeRoles(tx, id, person.roles, createdBy, now);
  const { invitationLife } = needs.settings.organisations;
  await askForInvitation(tx, id, { sendAt: now, expiresAt: after(now, invitationLife) });
  await needs.nudge(tx, sendInvitationsName);
  await needs.audit.record(tx, {
    action: 'member-invited',
    actor: by,
    organisation: practice.id,
    record: { type: 'member', id },
    detail: { roles: person.roles.map(roleKey) },
  });
  return { outcome: 'invited', memberId: id };
}

const newMember = ({ fullName, email, branchId, jobTitle, phone, startsOn, endsOn }: PersonToInvite) => ({
  accountId: null,
  state: 'invited' as const,
  fullName,
  email,
  branchId: branchId ?? null,
  jobTitle: jobTitle || null,
  phone: phone ? { typed: phone.typed, dialled: dialledNumber(phone) } : null,
  startsOn: startsOn ?? null,
  endsOn: endsOn ?? null,
});
