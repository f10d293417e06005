import { askFresh } from '../../identity/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { EmailAddress } from '../../kernel/email-address.ts';
import { NotFound } from '../../kernel/endings.ts';
import type { OrganisationId } from '../../kernel/ids.ts';
import type { PhoneNumber } from '../../kernel/phone-number.ts';
import { ask } from '../../kernel/policy.ts';
import { type Database, inTransaction, type Tx } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { findHere, type Here, holdHere } from '../here.ts';
import { type Concern, concernsSeen, findConcerns } from '../invitations/concerns.ts';
import {
  type InviteMemberNeeds,
  type InviteMemberOutcome,
  inviteMember,
} from '../invitations/invite-member.ts';
import { findMember } from '../members/member.store.ts';
import type { MemberId } from '../members/member.ts';
import { recordOf } from '../members/person-here.ts';
import { isOpenPlace } from '../places/places.ts';
import { addPeople, giveRoles, seePeople } from '../policy.ts';
import type { RoleName } from '../roles/roles.ts';

export interface CreateUserNeeds extends InviteMemberNeeds {
  database: Database;
  settings: Settings;
}

export interface NewUser {
  fullName: string;
  email: EmailAddress;
  branchId: OrganisationId | undefined;
  roles: readonly RoleName[];
  jobTitle: string;
  phone: PhoneNumber | undefined;
  startsOn: string | undefined;
  endsOn: string | undefined;
  /** Which concerns the form showed already. */
  seen: string;
}

export type CreateUserOutcome =
  | Exclude<InviteMemberOutcome, { outcome: 'already-member' }>
  | { outcome: 'already-member'; memberId: MemberId; maySee: boolean }
  /** Nothing is wrong for certain; the administrator looks again and may go on. */
  | { outcome: 'check-first'; concerns: Concern[]; seen: string };

/**
 * Invites somebody to an organisation. Whether the address has an account is not looked up here, so nothing shows or
 * differs by it: a job writes to its owner, who alone is told.
 */
export async function createUser(
  needs: CreateUserNeeds,
  actor: Actor | undefined,
  code: string,
  user: NewUser,
): Promise<CreateUserOutcome> {
  return inTransaction(needs.database, async (tx) => {
    const here = await findHere(needs, tx, code);
    const by = await holdHere(tx, actor, here);
    if (!(await isOpenPlace(needs, tx, here, user.branchId))) throw new NotFound('branch');
    const { services } = here;
    const place = { ...here.place, branchId: user.branchId };
    ask(addPeople, by, { place, services });
    ask(giveRoles, by, { place, services, roles: user.roles, to: undefined });
    askFresh(needs, by);
    const concerns = findConcerns(user, needs.settings.organisations.sharedMailboxes);
    const seen = concernsSeen(concerns, user);
    if (user.seen !== seen && concerns.length > 0) return { outcome: 'check-first', concerns, seen };
    const result = await inviteMember(needs, tx, { by, here }, user);
    if (result.outcome !== 'already-member') return result;
    return { ...result, maySee: await maySee(tx, by, here, result.memberId) };
  });
}

/** A colleague who is limited to another branch is not shown to who is limited to this one. */
async function maySee(tx: Tx, actor: Actor, here: Here, id: MemberId): Promise<boolean> {
  const member = await findMember(tx, here.practice.id, id);
  return member !== undefined && seePeople.allows(actor, recordOf(here, member));
}
