import { after, days } from '../../kernel/duration.ts';
import { readEmailAddress } from '../../kernel/email-address.ts';
import { type Language, wordsIn } from '../../kernel/words.ts';
import type { Tx } from '../../platform/database/database.ts';
import { countUse } from '../../platform/limits/limit.ts';
import { mailboxAnswerAddress } from '../addresses.ts';
import type { Organisation } from '../places/organisation.ts';
import { askMailboxEmail } from './ask-mailbox.email.tsx';
import { keepMailboxLink } from './register-organisation.store.ts';
import type { RegisterOrganisationNeeds } from './register-organisation.ts';
import { registerOrganisationWords } from './register-organisation.words.ts';

const linkLife = days(14);
const messagesPerMailbox = 3;

/** Where the operator lets the mailbox approve in place of staff: sends it the link that does. */
export async function askMailbox(
  needs: RegisterOrganisationNeeds,
  tx: Tx,
  practice: Organisation,
  asked: { registrationId: string; mailbox: string; language: Language },
): Promise<void> {
  const now = needs.clock.now();
  const { canonical } = readEmailAddress(asked.mailbox) ?? { canonical: asked.mailbox };
  const name = `ask-mailbox:${needs.keyRing.mac('unknown-name', canonical)}`;
  if (!(await countUse(tx, { name, window: days(1), atMost: messagesPerMailbox, now })).allowed) return;
  const secret = needs.secrets.issue();
  const expiresAt = after(now, linkLife);
  await keepMailboxLink(tx, asked.registrationId, secret.hash, expiresAt);
  const link = `${needs.origin}${mailboxAnswerAddress}?link=${secret.plain}`;
  const words = wordsIn(registerOrganisationWords, asked.language);
  const message = askMailboxEmail({ practice: practice.name, link, support: needs.settings.support }, words);
  const { mailbox: to, language } = asked;
  await needs.sendEmail(tx, {
    kind: 'ask-mailbox',
    to,
    language,
    message,
    organisationId: practice.id,
    expiresAt,
  });
}
