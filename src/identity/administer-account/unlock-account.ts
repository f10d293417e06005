import type { Actor } from '../../kernel/actor.ts';
import { inTransaction } from '../../platform/database/database.ts';
import { openPasswordEntry } from '../lockout/entry-lane.ts';
import { unlockedEmail } from './administer-account.email.tsx';
import { listClosedLanes } from './administer-account.store.ts';
import { type Administering, type AdministerNeeds, holdAccount } from './hold-account.ts';
import { tellOwner } from './tell-owner.ts';

export type UnlockOutcome = { outcome: 'unlocked' } | { outcome: 'already-open' };

/** Opens password entry everywhere for one account. Of two who do it at once, one opens and the other is told so. */
export async function unlockAccount(
  needs: AdministerNeeds,
  actor: Actor | undefined,
  { accountId, reason }: Administering,
): Promise<UnlockOutcome> {
  return inTransaction(needs.database, async (tx) => {
    const account = await holdAccount(tx, actor, accountId);
    const closed = await listClosedLanes(tx, account.id, needs.clock.now());
    if (closed.length === 0) return { outcome: 'already-open' };
    await openPasswordEntry(tx, account.id);
    await needs.audit.record(tx, {
      action: 'account-unlocked',
      actor: account.heldBy,
      subject: account.id,
      reason,
    });
    await tellOwner(needs, tx, account, 'account-unlocked', unlockedEmail);
    return { outcome: 'unlocked' };
  });
}
