import type { Audit } from '../../audit/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import type { Organisation } from '../places/organisation.ts';
import { type ApplyRolesNeeds, applyRoles } from '../roles/apply-roles.ts';
import type { Member } from './member.ts';
import { markReturned } from './return-member.store.ts';
import { tellAccessNow } from './tell-access-now.ts';
import type { TellMemberNeeds } from './tell-member.ts';

export interface ReturnMemberNeeds extends ApplyRolesNeeds, TellMemberNeeds {
  audit: Audit;
  settings: Settings;
}

/** Ends somebody's leave: what they had before counts again. False when they were not on leave. */
export async function returnMember(
  needs: ReturnMemberNeeds,
  tx: Tx,
  { practice, member, by }: { practice: Organisation; member: Member; by: Actor | 'system' },
): Promise<boolean> {
  if (!(await markReturned(tx, member.id))) return false;
  const byId = by === 'system' ? null : by.person.accountId;
  await applyRoles(needs, tx, member.id, { by: byId, because: 'roles-changed' });
  await needs.audit.record(tx, {
    action: 'member-returned',
    actor: by,
    ...(member.accountId && { subject: member.accountId }),
    organisation: practice.id,
    record: { type: 'member', id: member.id },
  });
  await tellAccessNow(needs, tx, practice, member.id, 'returned');
  return true;
}
