import type { Actor } from '../../kernel/actor.ts';
import { inTransaction, type Tx } from '../../platform/database/database.ts';
import { voidLinks } from '../access-links/access-link.store.ts';
import { setState } from '../account.store.ts';
import { countOthersInRole, holdRole } from '../membership.store.ts';
import { forgetRemembered } from '../sessions/device.store.ts';
import { endSessions } from '../sessions/session.store.ts';
import { deactivatedEmail } from './administer-account.email.tsx';
import { type Administering, type AdministerNeeds, type HeldAccount, holdAccount } from './hold-account.ts';
import { tellOwner } from './tell-owner.ts';

export type DeactivateOutcome =
  | { outcome: 'deactivated' }
  | { outcome: 'already-deactivated' }
  /** Two administrators who deactivate each other at once would leave nobody to let anybody in. */
  | { outcome: 'last-administrator' };

/** Stops an account everywhere at once: its sessions end, no link that was sent lets its owner in, and no browser is spared a code. */
export async function deactivateAccount(
  needs: AdministerNeeds,
  actor: Actor | undefined,
  { accountId, reason }: Administering,
): Promise<DeactivateOutcome> {
  return inTransaction(needs.database, async (tx) => {
    const account = await holdAccount(tx, actor, accountId);
    if (account.state !== 'active' && account.state !== 'invited') return { outcome: 'already-deactivated' };
    if (await isLastAdministrator(tx, account)) return { outcome: 'last-administrator' };
    const now = needs.clock.now();
    await setState(tx, account.id, 'deactivated', reason, now);
    await voidLinks(tx, account.id, now);
    await endSessions(tx, account.id, 'account-deactivated', now);
    await forgetRemembered(tx, account.id);
    await needs.organisationWatch.settle(tx, account.id);
    await needs.audit.record(tx, {
      action: 'account-deactivated',
      actor: account.heldBy,
      subject: account.id,
      reason,
    });
    await tellOwner(needs, tx, account, 'account-deactivated', deactivatedEmail);
    return { outcome: 'deactivated' };
  });
}

async function isLastAdministrator(tx: Tx, account: HeldAccount): Promise<boolean> {
  if (!account.isAdministrator) return false;
  await holdRole(tx, 'support', 'administrator');
  return (await countOthersInRole(tx, account.id, 'support', 'administrator')) === 0;
}
