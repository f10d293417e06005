import { after, days } from '../../kernel/duration.ts';
import type { Language } from '../../kernel/words.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import type { EmailMessage } from '../../ui/index.ts';
import { type Account, languageOf } from '../account.ts';
import { isStaffOnly } from './administer-account.store.ts';
import type { AdministerNeeds } from './hold-account.ts';

export interface ToOwner {
  account: Account;
  /** Where this person logs in: staff have an address of their own. */
  logInAddress: string;
  settings: Settings;
}

/** Whatever staff did to an account, its owner hears of it. */
export async function tellOwner(
  needs: AdministerNeeds,
  tx: Tx,
  account: Account,
  kind: string,
  write: (props: ToOwner, language: Language) => EmailMessage,
): Promise<void> {
  const language = languageOf(account, needs.settings);
  const { origin, settings } = needs;
  const logInAddress = `${origin}${(await isStaffOnly(tx, account.id)) ? '/log-in/staff' : '/log-in'}`;
  await needs.sendEmail(tx, {
    kind,
    to: account.email,
    language,
    message: write({ account, logInAddress, settings }, language),
    accountId: account.id,
    expiresAt: after(needs.clock.now(), days(3)),
  });
}
