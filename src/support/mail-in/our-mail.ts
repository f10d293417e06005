import { readEmailAddress } from '../../kernel/email-address.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import type { OurMail } from './classify-mail.ts';
import type { Mailbox } from './mailbox.ts';

/** What we send from and are written to at. */
export function ourMail(
  { support }: Pick<Settings, 'support'>,
  { mailFrom, mailbox }: { mailFrom: string; mailbox: Mailbox | undefined },
): OurMail {
  const addresses = [mailFrom, support.email, mailbox?.user ?? '']
    .map((address) => readEmailAddress(address)?.canonical)
    .filter((address) => address !== undefined);
  return { domain: mailFrom.split('@')[1] ?? 'localhost', addresses: [...new Set(addresses)] };
}
