import type { Audit, AuditEvent } from '../audit/index.ts';
import type { AccountId } from '../kernel/ids.ts';
import type { Tx } from '../platform/database/database.ts';
import { voidNotMeLinks } from './access-links/not-me-link.store.ts';
import { dropAddresses, endAskedChange, restoreAddress, stopAllChanges } from './email-change.store.ts';

interface EndChangesNeeds {
  audit: Audit;
}

/**
 * Ends a change of address that waits to be confirmed, where the password is chosen anew: whoever asked for it may have
 * known the one of before, and its link needs no log in.
 */
export async function endUnconfirmedChange(
  needs: EndChangesNeeds,
  tx: Tx,
  account: AccountId,
  actor: AuditEvent['actor'],
  now: Date,
): Promise<void> {
  if (await endAskedChange(tx, account, 'cancelled', now))
    await needs.audit.record(tx, { action: 'email-change-cancelled', actor, subject: account });
}

/**
 * Takes back every change of address that can still be stopped, for an owner who says that somebody else was in the
 * account: it would be that somebody's for good when its time is over. Gives the addresses that fell.
 */
export async function takeEmailChangesBack(
  needs: EndChangesNeeds,
  tx: Tx,
  account: AccountId,
  now: Date,
): Promise<string[]> {
  const stopped = await stopAllChanges(tx, account, now);
  const [first] = stopped.toSorted((a, b) => endOf(a.stoppableUntil) - endOf(b.stoppableUntil));
  if (!first) return [];
  const dropped = await dropAddresses(
    tx,
    account,
    stopped.flatMap(({ newEmail }) => newEmail ?? []),
  );
  await restoreAddress(tx, first.oldEmail);
  if (dropped.length > 0) await voidNotMeLinks(tx, account, now);
  await needs.audit.record(tx, {
    action: 'email-change-stopped',
    actor: 'owner',
    subject: account,
    detail: { dropped },
  });
  return dropped;
}

/** One that was never made comes after all that were. */
const endOf = (stoppableUntil: Date | null): number => stoppableUntil?.getTime() ?? Number.POSITIVE_INFINITY;
