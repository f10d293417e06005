import type { Actor } from '../../kernel/actor.ts';
import { ask } from '../../kernel/policy.ts';
import { inTransaction } from '../../platform/database/database.ts';
import { type ClosingNeeds, shutAccount } from '../closing.ts';
import { listRoles } from '../membership.store.ts';
import { closeAccounts } from '../policy.ts';
import { type Administering, type AdministerNeeds, holdAccount } from './hold-account.ts';

export type CloseForPersonOutcome =
  | { outcome: 'closed' }
  | { outcome: 'already-closed' }
  /** Access as staff is ended first, where it is seen what that means for the desk. */
  | { outcome: 'is-staff' };

/** Closes an account because its owner asked for it. Erasing waits its time all the same: staff never hurry it. */
export async function closeForPerson(
  needs: AdministerNeeds & ClosingNeeds,
  actor: Actor | undefined,
  { accountId, reason }: Administering,
): Promise<CloseForPersonOutcome> {
  ask(closeAccounts, actor, undefined);
  return inTransaction(needs.database, async (tx) => {
    const account = await holdAccount(tx, actor, accountId);
    if (account.state === 'closed') return { outcome: 'already-closed' };
    if ((await listRoles(tx, account.id, 'support')).length > 0) return { outcome: 'is-staff' };
    await shutAccount(needs, tx, account, { by: 'support', actor, reason });
    return { outcome: 'closed' };
  });
}
