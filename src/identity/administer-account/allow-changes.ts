import type { Actor } from '../../kernel/actor.ts';
import { inTransaction } from '../../platform/database/database.ts';
import { voidNotMeLinks } from '../access-links/not-me-link.store.ts';
import { liftFreeze } from '../freeze.store.ts';
import { askFresh } from '../sessions/renew-session.ts';
import { changesAllowedEmail } from './administer-account.email.tsx';
import { type Administering, type AdministerNeeds, holdAccount } from './hold-account.ts';
import { tellOwner } from './tell-owner.ts';

export type AllowChangesOutcome = { outcome: 'changes-allowed' } | { outcome: 'not-frozen' };

/** Lifts what "this was not me" froze, once staff have looked: whoever does it gave their own password just now. */
export async function allowChanges(
  needs: AdministerNeeds,
  actor: Actor | undefined,
  { accountId, reason }: Administering,
): Promise<AllowChangesOutcome> {
  return inTransaction(needs.database, async (tx) => {
    const account = await holdAccount(tx, actor, accountId);
    askFresh(needs, account.heldBy);
    if (!(await liftFreeze(tx, account.id))) return { outcome: 'not-frozen' };
    // What staff have looked at is settled: notices of before it freeze nothing again.
    await voidNotMeLinks(tx, account.id, needs.clock.now());
    await needs.audit.record(tx, {
      action: 'changes-unfrozen',
      actor: account.heldBy,
      subject: account.id,
      reason,
    });
    await tellOwner(needs, tx, account, 'changes-unfrozen', changesAllowedEmail);
    return { outcome: 'changes-allowed' };
  });
}
