import { after, before, days, hours } from '../../kernel/duration.ts';
import type { AccountId } from '../../kernel/ids.ts';
import { type Database, inTransaction, type Tx } from '../../platform/database/database.ts';
import type { DueWork } from '../../platform/jobs/due-work.ts';
import { lockAccount } from '../account.store.ts';
import type { Account } from '../account.ts';
import { addStaffTask } from '../staff-task.store.ts';
import { unusedEmail, unusedSoonEmail } from './administer-account.email.tsx';
import type { AdministerNeeds } from './hold-account.ts';
import { stopAccount } from './stop-account.ts';
import { tellOwner } from './tell-owner.ts';
import { isUnusedSince, listToStop, listToWarn, markWarned } from './unused-accounts.store.ts';

export type UnusedAccountsNeeds = AdministerNeeds & { database: Database };

const noticed = days(14);
const atOnce = 20;

/**
 * Deactivates accounts that nobody used for as long as the settings say, after a warning. Whoever looks after an
 * organisation alone is left as they are, and staff are asked.
 */
export const unusedAccountsWork = (needs: UnusedAccountsNeeds): DueWork => ({
  name: 'unused-accounts',
  every: hours(6),
  runDue: async (now) => {
    const { unusedFor } = needs.settings.accounts;
    if (unusedFor === 0) return 0;
    const usedBefore = before(now, unusedFor);
    const soon = after(usedBefore, Math.min(noticed, unusedFor));
    const warned = await listToWarn(needs.database, soon, atOnce);
    for (const id of warned) await held(needs, id, soon, (tx, account) => warn(needs, tx, account));
    const dates = { usedBefore, warnedBefore: before(now, noticed) };
    const stopped = await listToStop(needs.database, dates, atOnce);
    for (const id of stopped) await held(needs, id, usedBefore, (tx, account) => stop(needs, tx, account));
    return warned.length + stopped.length;
  },
});

const held = (
  { database }: UnusedAccountsNeeds,
  id: AccountId,
  usedBefore: Date,
  settle: (tx: Tx, account: Account) => Promise<void>,
): Promise<void> =>
  inTransaction(database, async (tx) => {
    const account = await lockAccount(tx, id);
    if (account && (await isUnusedSince(tx, id, usedBefore))) await settle(tx, account);
  });

async function warn(needs: UnusedAccountsNeeds, tx: Tx, account: Account): Promise<void> {
  const now = needs.clock.now();
  await markWarned(tx, account.id, now);
  await tellOwner(needs, tx, account, 'account-unused-soon', (props, language) =>
    unusedSoonEmail({ ...props, on: after(now, noticed) }, language),
  );
}

/** Marked as told again where staff are asked, so that they are asked anew only after a time. */
async function stop(needs: UnusedAccountsNeeds, tx: Tx, account: Account): Promise<void> {
  const now = needs.clock.now();
  if ((await needs.organisationWatch.holdOrphaned(tx, account.id)).length > 0) {
    const record = { type: 'account', id: account.id };
    await addStaffTask(tx, needs.ids, { kind: 'unused-administrator', record, now });
    return void (await markWarned(tx, account.id, now));
  }
  const reason = 'unused';
  await stopAccount(needs, tx, account, { by: 'system', because: 'unused', reason });
  await tellOwner(needs, tx, account, 'account-unused', unusedEmail);
}
