import type { Language } from '../../kernel/words.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import type { EmailMessage } from '../../ui/index.ts';
import type { Account } from '../account.ts';
import { logInAddress } from '../addresses.ts';
import { tellAccount } from '../tell-account.ts';
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
  const isStaff = await isStaffOnly(tx, account.id);
  const logIn = `${needs.origin}${logInAddress(isStaff ? 'support' : 'portal')}`;
  await tellAccount(needs, tx, account, {
    kind,
    write: (notice, language) => write({ ...notice, logInAddress: logIn }, language),
  });
}
