import type { Audit } from '../../audit/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import { endHandoversOf } from '../members/end-member.store.ts';
import { findMember, giveRoleRow, takeRoleRow } from '../members/member.store.ts';
import type { Member, MemberId } from '../members/member.ts';
import type { TellMemberNeeds } from '../members/tell-member.ts';
import type { Organisation } from '../places/organisation.ts';
import { type ApplyRolesNeeds, applyRoles } from '../roles/apply-roles.ts';
import { deputy, mainContact } from '../roles/roles.ts';
import { listInRole } from './new-main-contact.store.ts';
import { tellOfMainContact } from './tell-of-main-contact.ts';

export type NewMainContactNeeds = ApplyRolesNeeds & TellMemberNeeds & { audit: Audit };

/**
 * Makes one member the main contact in place of whoever was: there is exactly one afterwards. Everybody concerned is
 * told, and the practice itself. Call it with the permission asked, and the accounts and the practice held.
 */
export async function makeMainContact(
  needs: NewMainContactNeeds,
  tx: Tx,
  { practice, id, by }: { practice: Organisation; id: MemberId; by: Actor },
): Promise<void> {
  const change = { by: by.person.accountId, because: 'roles-changed' } as const;
  const before = (await listInRole(tx, practice.id, mainContact)).filter((one) => one !== id);
  for (const former of before) {
    await takeRoleRow(tx, former, mainContact);
    await endHandoversOf(tx, former, needs.clock.now());
    await applyRoles(needs, tx, former, change);
    await record(needs, tx, { action: 'main-contact-ended', practice, by }, await find(former));
  }
  await takeRoleRow(tx, id, deputy);
  await giveRoleRow(tx, id, mainContact, change.by, needs.clock.now());
  await applyRoles(needs, tx, id, change);
  const now = await find(id);
  await record(needs, tx, { action: 'main-contact-added', practice, by }, now);
  await tellOfMainContact(needs, tx, { practice, now, before: await Promise.all(before.map(find)) });

  async function find(member: MemberId): Promise<Member> {
    const found = await findMember(tx, practice.id, member);
    if (!found) throw new Error('a member vanished while their practice was held');
    return found;
  }
}

const record = (
  { audit }: NewMainContactNeeds,
  tx: Tx,
  { action, practice, by }: { action: string; practice: Organisation; by: Actor },
  { id, accountId }: Member,
) =>
  audit.record(tx, {
    action,
    actor: by,
    ...(accountId && { subject: accountId }),
    organisation: practice.id,
    record: { type: 'member', id },
  });
