import { findAccount, languageOf } from '../../../identity/index.ts';
import { after, days } from '../../../kernel/duration.ts';
import type { AccountId } from '../../../kernel/ids.ts';
import type { Language } from '../../../kernel/words.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { EmailMessage } from '../../../ui/index.ts';
import type { StaffNeeds } from './add-staff.ts';

export interface ToStaff {
  name: string;
  service: string;
  origin: string;
  support: { phone: string; email: string };
}

/** Staff hear of every change to their own access, so that one they did not expect is noticed. */
export async function tellStaff(
  needs: StaffNeeds,
  tx: Tx,
  { id }: { id: AccountId },
  kind: string,
  write: (props: ToStaff, language: Language) => EmailMessage,
): Promise<void> {
  const account = await findAccount(tx, id);
  if (!account) throw new Error('a member of staff vanished while held');
  const language = languageOf(account, needs.settings);
  const { service, support } = needs.settings;
  const props = { name: account.fullName, service: service.name, origin: needs.origin, support };
  await needs.sendEmail(tx, {
    kind,
    to: account.email,
    language,
    message: write(props, language),
    accountId: id,
    expiresAt: after(needs.clock.now(), days(3)),
  });
}
