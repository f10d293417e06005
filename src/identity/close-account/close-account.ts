import type { Actor } from '../../kernel/actor.ts';
import type { AccountId } from '../../kernel/ids.ts';
import { ask, loggedIn } from '../../kernel/policy.ts';
import { inTransaction, type Queryable, type Tx } from '../../platform/database/database.ts';
import { lockAccount } from '../account.store.ts';
import { type ClosingNeeds, shutAccount } from '../closing.ts';
import { listRoles } from '../membership.store.ts';
import { addStaffTask } from '../staff-task.store.ts';

export type CloseAccountOutcome =
  | { outcome: 'closed' }
  /** Some organisation would have nobody left to look after its people, so staff were asked to see to both. */
  | { outcome: 'staff-asked' }
  /** Access as staff is ended at the desk first. */
  | { outcome: 'is-staff' };

/** What stands in the way of closing one's account by oneself. */
export interface ClosingObstacles {
  organisations: string[];
  isStaff: boolean;
}

/** Closes the account of whoever asks, unless an organisation would be left with nobody who looks after its people. */
export async function closeAccount(
  needs: ClosingNeeds,
  actor: Actor | undefined,
): Promise<CloseAccountOutcome> {
  ask(loggedIn, actor, undefined);
  const id = actor.person.accountId;
  return inTransaction(needs.database, async (tx) => {
    const account = await lockAccount(tx, id);
    if (account?.state !== 'active') throw new Error('a closed account has no session to close it from');
    const orphaned = await needs.organisationWatch.holdOrphaned(tx, id);
    if (await isStaffMember(tx, id)) return { outcome: 'is-staff' };
    if (orphaned.length > 0) return askStaff(needs, tx, actor);
    await shutAccount(needs, tx, account, { by: 'owner', actor });
    return { outcome: 'closed' };
  });
}

export const findObstacles = async (needs: ClosingNeeds, actor: Actor): Promise<ClosingObstacles> => ({
  organisations: await needs.organisationWatch.listOrphaned(needs.database, actor.person.accountId),
  isStaff: await isStaffMember(needs.database, actor.person.accountId),
});

const isStaffMember = async (db: Queryable, account: AccountId): Promise<boolean> =>
  (await listRoles(db, account, 'support')).length > 0;

async function askStaff(needs: ClosingNeeds, tx: Tx, actor: Actor): Promise<CloseAccountOutcome> {
  const { accountId } = actor.person;
  const record = { type: 'account', id: accountId };
  await addStaffTask(tx, needs.ids, { kind: 'closing-asked', record, now: needs.clock.now() });
  await needs.audit.record(tx, { action: 'closing-asked', actor, subject: accountId });
  return { outcome: 'staff-asked' };
}
