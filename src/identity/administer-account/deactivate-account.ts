import type { Actor } from '../../kernel/actor.ts';
import { inTransaction, type Tx } from '../../platform/database/database.ts';
import { countOthersInRole, holdRole } from '../membership.store.ts';
import { deactivatedEmail } from './administer-account.email.tsx';
import { type Administering, type AdministerNeeds, type HeldAccount, holdAccount } from './hold-account.ts';
import { stopAccount } from './stop-account.ts';
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
  { accountId, reason, cause }: Administering,
): Promise<DeactivateOutcome> {
  return inTransaction(needs.database, async (tx) => {
    const account = await holdAccount(tx, actor, accountId);
    if (account.state !== 'active' && account.state !== 'invited') return { outcome: 'already-deactivated' };
    if (await isLastAdministrator(tx, account)) return { outcome: 'last-administrator' };
    await stopAccount(needs, tx, account, { by: account.heldBy, because: cause ?? 'support', reason });
    await tellOwner(needs, tx, account, 'account-deactivated', deactivatedEmail);
    return { outcome: 'deactivated' };
  });
}

async function isLastAdministrator(tx: Tx, account: HeldAccount): Promise<boolean> {
  if (!account.isAdministrator) return false;
  await holdRole(tx, 'support', 'administrator');
  return (await countOthersInRole(tx, account.id, 'support', 'administrator')) === 0;
}
