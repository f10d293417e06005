import type { Actor } from '../../kernel/actor.ts';
import { ask } from '../../kernel/policy.ts';
import { voidMessagesTo } from '../../notifications/index.ts';
import { inTransaction } from '../../platform/database/database.ts';
import { voidLinks } from '../access-links/access-link.store.ts';
import { type ClosingNeeds, shutAccount } from '../closing.ts';
import { listRoles } from '../membership.store.ts';
import { closeAccounts } from '../policy.ts';
import { askFresh } from '../sessions/renew-session.ts';
import { stopMail } from './administer-account.store.ts';
import { type Administering, type DeathNeeds, holdAccount } from './hold-account.ts';

export type StopForDeathOutcome =
  | { outcome: 'stopped' }
  | { outcome: 'already-stopped' }
  /** Access as staff is ended first, where it is seen what that means for the desk. */
  | { outcome: 'is-staff' };

/**
 * Stops every message to somebody whose death staff checked, ends their access everywhere and closes the
 * account, with what they asked support. Not even
 * the closing is told, and no link that was sent opens it again: only an administrator takes it back.
 */
export async function stopForDeath(
  needs: DeathNeeds & ClosingNeeds,
  actor: Actor | undefined,
  { accountId, reason }: Administering,
): Promise<StopForDeathOutcome> {
  ask(closeAccounts, actor, undefined);
  return inTransaction(needs.database, async (tx) => {
    const account = await holdAccount(tx, actor, accountId);
    askFresh(needs, account.heldBy);
    const now = needs.clock.now();
    if ((await listRoles(tx, account.id, 'support')).length > 0) return { outcome: 'is-staff' };
    if (!(await stopMail(tx, account.id, now))) return { outcome: 'already-stopped' };
    await voidMessagesTo(tx, account.id);
    await needs.organisationWatch.endAccess(tx, account.id);
    if (account.state !== 'closed') await shutAccount(needs, tx, account, { by: 'support', actor, reason });
    await voidLinks(tx, account.id, now);
    await needs.ticketWatch.ownerDied(tx, { account: account.id, actor, reason, at: now });
    await needs.audit.record(tx, { action: 'mail-stopped', actor, subject: account.id, reason });
    return { outcome: 'stopped' };
  });
}
