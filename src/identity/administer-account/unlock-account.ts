import type { Actor } from '../../kernel/actor.ts';
import { inTransaction } from '../../platform/database/database.ts';
import { openEntry } from '../lockout/entry-lane.ts';
import { codesUnlockedEmail, unlockedEmail } from './administer-account.email.tsx';
import { listClosedLanes } from './administer-account.store.ts';
import { type Administering, type AdministerNeeds, holdAccount } from './hold-account.ts';
import { tellOwner } from './tell-owner.ts';

export type UnlockOutcome = { outcome: 'unlocked' } | { outcome: 'already-open' };

/** Opens password and code entry everywhere for one account. Of two who do it at once, one opens and the other is told so. */
export async function unlockAccount(
  needs: AdministerNeeds,
  actor: Actor | undefined,
  { accountId, reason }: Administering,
): Promise<UnlockOutcome> {
  return inTransaction(needs.database, async (tx) => {
    const account = await holdAccount(tx, actor, accountId);
    const closed = await listClosedLanes(tx, account.id, needs.clock.now());
    if (closed.length === 0) return { outcome: 'already-open' };
    await openEntry(tx, account.id);
    await needs.audit.record(tx, {
      action: 'account-unlocked',
      actor: account.heldBy,
      subject: account.id,
      reason,
    });
    const opened = closed.some(({ step }) => step === 'password') ? unlockedEmail : codesUnlockedEmail;
    await tellOwner(needs, tx, account, 'account-unlocked', opened);
    return { outcome: 'unlocked' };
  });
}
