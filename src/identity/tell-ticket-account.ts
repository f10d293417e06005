import { after, days } from '../kernel/duration.ts';
import type { AccountId } from '../kernel/ids.ts';
import type { Language } from '../kernel/words.ts';
import type { Tx } from '../platform/database/database.ts';
import type { Settings } from '../platform/settings/settings.ts';
import type { EmailMessage } from '../ui/index.ts';
import type { TellAccountNeeds } from './tell-account.ts';
import { findTicketAccount } from './ticket-account.store.ts';

const noticeLife = days(3);

/** Writes to whoever has an account for tickets alone, at the one address it has; nothing for any other account. */
export async function tellTicketAccount(
  needs: TellAccountNeeds,
  tx: Tx,
  id: AccountId,
  {
    kind,
    write,
  }: {
    kind: string;
    write: (facts: { origin: string; settings: Settings }, language: Language) => EmailMessage;
  },
): Promise<boolean> {
  const account = await findTicketAccount(tx, id);
  if (account?.state !== 'active') return false;
  const { origin, settings, clock } = needs;
  const language = account.language ?? settings.service.language;
  const message = write({ origin, settings }, language);
  const expiresAt = after(clock.now(), noticeLife);
  await needs.sendEmail(tx, { kind, to: account.email, language, message, accountId: id, expiresAt });
  return true;
}
