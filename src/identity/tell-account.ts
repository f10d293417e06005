import type { Clock } from '../kernel/clock.ts';
import { after, days } from '../kernel/duration.ts';
import type { Language } from '../kernel/words.ts';
import type { SendEmail } from '../notifications/index.ts';
import type { Tx } from '../platform/database/database.ts';
import type { Settings } from '../platform/settings/settings.ts';
import type { EmailMessage } from '../ui/index.ts';
import { type Account, languageOf } from './account.ts';
import { listAddresses } from './account-email.store.ts';

export interface TellAccountNeeds {
  clock: Clock;
  origin: string;
  sendEmail: SendEmail;
  settings: Settings;
}

export interface Notice {
  account: Account;
  origin: string;
  settings: Settings;
}

const noticeLife = days(3);

/** Writes to an account's owner, at every address that can still take an email change back too. */
export async function tellAccount(
  needs: TellAccountNeeds,
  tx: Tx,
  account: Account,
  { kind, write }: { kind: string; write: (notice: Notice, language: Language) => EmailMessage },
): Promise<void> {
  const { origin, settings } = needs;
  const now = needs.clock.now();
  const language = languageOf(account, settings);
  const message = write({ account, origin, settings }, language);
  const shared = { kind, language, message, accountId: account.id, expiresAt: after(now, noticeLife) };
  for (const to of await listAddresses(tx, account.id, now)) await needs.sendEmail(tx, { ...shared, to });
}
