import type { Actor } from '../../kernel/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import { voidLinks } from '../access-links/access-link.store.ts';
import { type DeactivatedBecause, setState } from '../account.store.ts';
import type { Account } from '../account.ts';
import { forgetRemembered } from '../sessions/device.store.ts';
import { endSessions } from '../sessions/session.store.ts';
import type { AdministerNeeds } from './hold-account.ts';

interface Stopping {
  by: Actor | 'system';
  because: DeactivatedBecause;
  reason: string;
}

/** Stops an account that is held: nobody gets in by a session, a link or a known browser any more. */
export async function stopAccount(
  needs: Pick<AdministerNeeds, 'audit' | 'clock' | 'organisationWatch'>,
  tx: Tx,
  account: Account,
  { by, because, reason }: Stopping,
): Promise<void> {
  const now = needs.clock.now();
  await setState(tx, account.id, 'deactivated', reason, now, because);
  await voidLinks(tx, account.id, now);
  await endSessions(tx, account.id, 'account-deactivated', now);
  await forgetRemembered(tx, account.id);
  await needs.organisationWatch.settle(tx, account.id);
  await needs.audit.record(tx, { action: 'account-deactivated', actor: by, subject: account.id, reason });
}
