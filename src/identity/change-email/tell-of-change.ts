import { after, days, seconds } from '../../kernel/duration.ts';
import { inTransaction, type Tx } from '../../platform/database/database.ts';
import type { DueWork } from '../../platform/jobs/due-work.ts';
import { issueLink } from '../access-links/access-link.ts';
import { findAccount, lockAccount } from '../account.store.ts';
import { type Account, languageOf } from '../account.ts';
import { isWithinLimit } from '../limit-address.ts';
import { addressTakenEmail, confirmEmail, type StopNotice, stopEmail } from './change-email.email.tsx';
import {
  findNameOwner,
  listStoppers,
  listUntoldChanges,
  markChangeTold,
  type WaitingChange,
} from './change-email.store.ts';
import { type ChangeEmailNeeds, tellOfChangesWork } from './change-email.ts';

/** Writes to the address that is wanted, and to those that can say no. */
export const tellOfEmailChanges = (needs: ChangeEmailNeeds): DueWork => ({
  name: tellOfChangesWork,
  every: seconds(10),
  runDue: async (now) => {
    const changes = await listUntoldChanges(needs.database, 20);
    for (const change of changes) await inTransaction(needs.database, (tx) => tell(needs, tx, change, now));
    return changes.length;
  },
});

async function tell(needs: ChangeEmailNeeds, tx: Tx, change: WaitingChange, now: Date): Promise<void> {
  const account = await lockAccount(tx, change.accountId);
  if (!account || !(await markChangeTold(tx, change.id, now))) return;
  if (await isWithinLimit(needs, tx, change.canonical, now))
    await writeToNew(needs, tx, account, change, now);
  await tellStoppers(needs, tx, account, 'asked');
}

/** An address that somebody logs in with is told so, and gets nothing that would make it another account's too. */
async function writeToNew(
  needs: ChangeEmailNeeds,
  tx: Tx,
  account: Account,
  change: WaitingChange,
  now: Date,
): Promise<void> {
  const { settings, origin } = needs;
  const holder = await findNameOwner(tx, change.canonical);
  const owner = holder && (await findAccount(tx, holder));
  if (owner) {
    const language = languageOf(owner, settings);
    const message = addressTakenEmail({ account: owner, origin, settings }, language);
    const expiresAt = after(now, days(1));
    const letter = { kind: 'email-address-taken', to: change.typed, accountId: owner.id, expiresAt };
    await needs.sendEmail(tx, { ...letter, language, message });
    return;
  }
  const life = settings.emailChange.linkLife;
  const issue = { accountId: account.id, purpose: 'confirm-email', realm: 'portal', life } as const;
  const link = await issueLink(needs, tx, { ...issue, emailChangeId: change.id });
  const language = languageOf(account, settings);
  const message = confirmEmail({ account, newEmail: change.typed, link, life, origin, settings }, language);
  // Under nobody's account: whether it was sent, which tells if the address is taken, is for no one who asks to read.
  const letter = { kind: 'email-confirm-link', to: change.typed, expiresAt: link.expiresAt };
  await needs.sendEmail(tx, { ...letter, language, message });
}

/** Every address that can take a change back hears of it, with a link that does. */
export async function tellStoppers(
  needs: ChangeEmailNeeds,
  tx: Tx,
  account: Account,
  what: StopNotice['what'],
): Promise<void> {
  const { settings, origin } = needs;
  const now = needs.clock.now();
  const language = languageOf(account, settings);
  const { linkLife, stoppableFor } = settings.emailChange;
  const life = what === 'asked' ? linkLife + stoppableFor : stoppableFor;
  for (const { changeId, to } of await listStoppers(tx, account.id, now)) {
    const issue = { accountId: account.id, purpose: 'stop-email-change', realm: 'portal', life } as const;
    const link = await issueLink(needs, tx, { ...issue, emailChangeId: changeId });
    const message = stopEmail({ what, account, link, origin, settings }, language);
    const letter = { kind: `email-change-${what}`, to, accountId: account.id, expiresAt: link.expiresAt };
    await needs.sendEmail(tx, { ...letter, language, message });
  }
}
