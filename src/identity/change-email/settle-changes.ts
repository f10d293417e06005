import { minutes } from '../../kernel/duration.ts';
import { inTransaction, type Tx } from '../../platform/database/database.ts';
import type { DueWork } from '../../platform/jobs/due-work.ts';
import { voidNotMeLinks } from '../access-links/not-me-link.store.ts';
import { lockAccount } from '../account.store.ts';
import { dropAddresses, endAskedChange } from '../email-change.store.ts';
import type { ChangeEmailNeeds } from './change-email.ts';
import { type DueChange, listDueChanges, markFinal } from './stop-email-change.store.ts';

/** Lets go of addresses whose time is over: those nobody confirmed, and those that could stop a change. */
export const settleEmailChanges = (needs: Pick<ChangeEmailNeeds, 'audit' | 'database'>): DueWork => ({
  name: 'settle-email-changes',
  every: minutes(1),
  runDue: async (now) => {
    const due = await listDueChanges(needs.database, now, 50);
    for (const change of due) await inTransaction(needs.database, (tx) => settle(needs, tx, change, now));
    return due.length;
  },
});

async function settle(
  needs: Pick<ChangeEmailNeeds, 'audit'>,
  tx: Tx,
  { id, accountId, state }: DueChange,
  now: Date,
): Promise<void> {
  await lockAccount(tx, accountId);
  if (state === 'asked') {
    await endAskedChange(tx, accountId, 'expired', now);
    return;
  }
  const oldEmail = await markFinal(tx, id, now);
  if (!oldEmail) return;
  await dropAddresses(tx, accountId, [oldEmail]);
  await voidNotMeLinks(tx, accountId, now);
  await needs.audit.record(tx, {
    action: 'email-change-final',
    actor: 'system',
    subject: accountId,
    record: { type: 'email-change', id },
  });
}
