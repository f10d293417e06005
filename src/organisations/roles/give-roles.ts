import type { AccountId } from '../../kernel/ids.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import type { Here } from '../here.ts';
import { countInRole, giveRoleRow } from '../members/member.store.ts';
import type { MemberId } from '../members/member.ts';
import { findRole, type RoleName } from './roles.ts';

export type LimitsOutcome =
  | { outcome: 'within-limits' }
  /** So many people of the organisation have the role already, or will once they accept. */
  | { outcome: 'limit-reached'; role: RoleName; atMost: number };

/** Whether a member may have these roles beside everybody else's. The practice is held. */
export async function checkLimits(
  db: Queryable,
  { practice, services }: Pick<Here, 'practice' | 'services'>,
  roles: readonly RoleName[],
  except: MemberId | null,
): Promise<LimitsOutcome> {
  for (const role of roles) {
    const atMost = findRole(services, role)?.atMost;
    if (atMost !== undefined && (await countInRole(db, practice.id, role, except)) >= atMost)
      return { outcome: 'limit-reached', role, atMost };
  }
  return { outcome: 'within-limits' };
}

/** Writes roles down for a member. Limits and permissions are asked before; `applyRoles` puts them in force. */
export async function writeRoles(
  tx: Tx,
  member: MemberId,
  roles: readonly RoleName[],
  by: AccountId | null,
  now: Date,
): Promise<void> {
  for (const role of roles) await giveRoleRow(tx, member, role, by, now);
}
