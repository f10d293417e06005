import { after, days } from '../../kernel/duration.ts';
import type { AccountId } from '../../kernel/ids.ts';
import { type Language, wordsIn } from '../../kernel/words.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { EmailMessage } from '../../ui/index.ts';
import { checkRegistrationWords } from './check-registration.words.ts';
import type { DecideRegistrationNeeds } from './decide-registration.ts';
import { approvedEmail, practiceRegisteredEmail, refusedEmail } from './decision.email.tsx';
import type { Registration } from './registration.ts';

/** The person is told, and so is the practice's mailbox: somebody there may know that this is wrong. */
export async function tellApproved(
  needs: DecideRegistrationNeeds,
  tx: Tx,
  registration: Registration,
  account: { accountId: AccountId; hasAccount: boolean },
): Promise<void> {
  const { words, practice, language } = factsOf(registration);
  const { support } = needs.settings;
  const approved = approvedEmail({ practice, hasAccount: account.hasAccount, origin: needs.origin }, words);
  await send(needs, tx, registration, 'registration-approved', registration.email.typed, approved, language);
  const told = practiceRegisteredEmail({ practice, fullName: registration.fullName, support }, words);
  await send(needs, tx, registration, 'practice-registered', registration.mailbox, told, language);
}

export async function tellRefused(
  needs: DecideRegistrationNeeds,
  tx: Tx,
  registration: Registration,
  reason: string,
): Promise<void> {
  const { words, practice, language } = factsOf(registration);
  const { support } = needs.settings;
  const message = refusedEmail({ practice, reason, reference: registration.reference, support }, words);
  await send(needs, tx, registration, 'registration-refused', registration.email.typed, message, language);
}

function factsOf({ practice, ...registration }: Registration) {
  const language = registration.language as Language;
  return { words: wordsIn(checkRegistrationWords, language), practice: practice.name, language };
}

const send = (
  needs: DecideRegistrationNeeds,
  tx: Tx,
  registration: Registration,
  kind: string,
  to: string,
  message: EmailMessage,
  language: Language,
) =>
  needs.sendEmail(tx, {
    kind,
    to,
    language,
    message,
    organisationId: registration.practice.id,
    expiresAt: after(needs.clock.now(), days(7)),
  });
