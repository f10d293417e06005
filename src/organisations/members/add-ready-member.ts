import { findAccount } from '../../identity/index.ts';
import { readEmailAddress } from '../../kernel/email-address.ts';
import type { AccountId, OrganisationId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import { findById } from '../places/organisation.store.ts';
import { type ApplyRolesNeeds, applyRoles } from '../roles/apply-roles.ts';
import type { RoleName } from '../roles/roles.ts';
import { addMember, findLiveMember, giveRoleRow } from './member.store.ts';
import type { MemberId } from './member.ts';

export interface ReadyMember {
  accountId: AccountId;
  /** A practice; or a branch, to which they are then limited. */
  organisationId: OrganisationId;
  roles: readonly RoleName[];
  by: AccountId | null;
}

/**
 * Makes somebody with an account a member without an invitation, or gives a member more roles: a practice's first main
 * contact, whom staff made it, and the sandbox's people. Call it with the permission asked and the practice held.
 */
export async function addReadyMember(
  needs: ApplyRolesNeeds,
  tx: Tx,
  { accountId, organisationId, roles, by }: ReadyMember,
): Promise<MemberId> {
  const now = needs.clock.now();
  const organisation = await findById(tx, organisationId);
  const practice = organisation?.parentId ?? organisationId;
  const known = await findLiveMember(tx, practice, { accountId });
  const id = known?.id ?? (await add());
  for (const role of roles) await giveRoleRow(tx, id, role, by, now);
  await applyRoles(needs, tx, id, { by, because: 'roles-changed' });
  return id;

  async function add(): Promise<MemberId> {
    const account = await findAccount(tx, accountId);
    const email = readEmailAddress(account?.email ?? '');
    if (!account || !email) throw new Error('a member needs an account with an address');
    const fresh = needs.ids.next<'member'>();
    const none = { jobTitle: null, phone: null, startsOn: null, endsOn: null };
    const where = { organisationId: practice, branchId: organisation?.parentId ? organisationId : null };
    const { fullName } = account;
    const member = { id: fresh, accountId, ...where, state: 'active', fullName, email, ...none } as const;
    if (!(await addMember(tx, { ...member, createdBy: by, now })))
      throw new Error('the address of a ready member belongs to another one');
    return fresh;
  }
}
