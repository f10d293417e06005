import { askFresh, findAccount } from '../../identity/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import { readEmailAddress } from '../../kernel/email-address.ts';
import { ask } from '../../kernel/policy.ts';
import { inTransaction, type Tx } from '../../platform/database/database.ts';
import type { Here } from '../here.ts';
import type { Member } from '../members/member.ts';
import { holdPersonHere, type PersonAddress } from '../members/person-here.ts';
import { tellAccessNow } from '../members/tell-access-now.ts';
import { isOpenPlace } from '../places/places.ts';
import { giveRoles, removePerson } from '../policy.ts';
import { applyRoles } from '../roles/apply-roles.ts';
import { checkLimits, type LimitsOutcome, writeRoles } from '../roles/give-roles.ts';
import { type RoleName, roleKey } from '../roles/roles.ts';
import { restoreRow } from './remove-person.store.ts';
import { type GiveBackNeeds, isBack, type PlaceClosed } from './undo-removal.ts';

export interface Restoring extends PersonAddress {
  roles: readonly RoleName[];
}

export type RestorePersonOutcome =
  | { outcome: 'restored' }
  | { outcome: 'not-removed' }
  /** Their account, or the address that was invited, belongs to the organisation again. */
  | { outcome: 'back-already' }
  /** There is no account that this is known to be: they are invited anew. */
  | { outcome: 'not-known-any-more' }
  | PlaceClosed
  | Extract<LimitsOutcome, { outcome: 'limit-reached' }>;

/** Gives somebody who was removed access again, with the roles chosen now. */
export async function restorePerson(
  needs: GiveBackNeeds,
  actor: Actor | undefined,
  { roles, ...address }: Restoring,
): Promise<RestorePersonOutcome> {
  return inTransaction(needs.database, async (tx) => {
    const { by, here, member, of } = await holdPersonHere(needs, tx, actor, address);
    ask(removePerson, by, of);
    ask(giveRoles, by, { ...of, roles, to: member.accountId });
    askFresh(needs, by);
    const problem = await findProblem(needs, tx, here, member, roles);
    if (problem) return problem;
    await restore(needs, tx, by, here, member, roles);
    return { outcome: 'restored' };
  });
}

async function findProblem(
  needs: GiveBackNeeds,
  tx: Tx,
  here: Here,
  member: Member,
  roles: readonly RoleName[],
): Promise<RestorePersonOutcome | undefined> {
  if (!member.ended) return { outcome: 'not-removed' };
  if (!(await isStillKnown(tx, member))) return { outcome: 'not-known-any-more' };
  if (!(await isOpenPlace(needs, tx, here, member.branchId))) return { outcome: 'place-closed' };
  if (await isBack(tx, here, member)) return { outcome: 'back-already' };
  const limits = await checkLimits(tx, here, roles, member.id);
  return limits.outcome === 'limit-reached' ? limits : undefined;
}

/** Access goes to the account that had it, and only while it has the address that the organisation knows. */
async function isStillKnown(tx: Tx, { accountId, emailCanonical }: Member): Promise<boolean> {
  const account = accountId && (await findAccount(tx, accountId));
  if (!account || account.state === 'closed') return false;
  return readEmailAddress(account.email)?.canonical === emailCanonical;
}

async function restore(
  needs: GiveBackNeeds,
  tx: Tx,
  by: Actor,
  { practice }: Here,
  member: Member,
  roles: readonly RoleName[],
) {
  const { accountId } = by.person;
  await restoreRow(tx, member.id);
  await writeRoles(tx, member.id, roles, accountId, needs.clock.now());
  await applyRoles(needs, tx, member.id, { by: accountId, because: 'roles-changed' });
  await needs.audit.record(tx, {
    action: 'member-restored',
    actor: by,
    ...(member.accountId && { subject: member.accountId }),
    organisation: practice.id,
    record: { type: 'member', id: member.id },
    detail: { roles: roles.map(roleKey) },
  });
  await tellAccessNow(needs, tx, practice, member.id, 'restored');
}
