import { type Language, wordsIn } from '../../kernel/words.ts';
import { EmailButton, type EmailMessage, EmailParagraph } from '../../ui/index.ts';
import { administerAccountWords } from './administer-account.words.ts';
import type { ToOwner } from './tell-owner.ts';

export function unlockedEmail(props: ToOwner, language: Language): EmailMessage {
  const words = wordsIn(administerAccountWords, language);
  return backInEmail(props, words.unlocked, language);
}

export function codesUnlockedEmail(props: ToOwner, language: Language): EmailMessage {
  const words = wordsIn(administerAccountWords, language);
  return backInEmail(props, words.codesUnlocked, language);
}

export function changesAllowedEmail(props: ToOwner, language: Language): EmailMessage {
  const words = wordsIn(administerAccountWords, language);
  return backInEmail(props, words.changesAllowed, language);
}

export function activatedAgainEmail(props: ToOwner, language: Language): EmailMessage {
  const words = wordsIn(administerAccountWords, language);
  return backInEmail(props, words.activatedAgain, language);
}

export function reopenedForUseEmail(props: ToOwner, organisation: string, language: Language): EmailMessage {
  const { reopenedForUse } = wordsIn(administerAccountWords, language);
  const what = (service: string) => reopenedForUse.what(service, organisation);
  return backInEmail(props, { ...reopenedForUse, what }, language);
}

export function unusedSoonEmail(props: ToOwner & { on: Date }, language: Language): EmailMessage {
  const { unusedSoon } = wordsIn(administerAccountWords, language);
  const what = (service: string) => unusedSoon.what(service, props.on, props.settings.service.timeZone);
  return backInEmail(props, { ...unusedSoon, what }, language);
}

export function unusedEmail({ account, settings }: ToOwner, language: Language): EmailMessage {
  const { dear, unused } = wordsIn(administerAccountWords, language);
  const { phone, email } = settings.support;
  return {
    subject: unused.subject,
    body: (
      <>
        <EmailParagraph>{dear(account.fullName)}</EmailParagraph>
        <EmailParagraph>{unused.what(settings.service.name)}</EmailParagraph>
        <EmailParagraph>{unused.who(phone, email)}</EmailParagraph>
      </>
    ),
  };
}

export function loggedOutEmail(props: ToOwner, language: Language): EmailMessage {
  const words = wordsIn(administerAccountWords, language);
  return backInEmail(props, words.loggedOut, language);
}

interface BackIn {
  subject: string;
  what: (service: string) => string;
  next: string;
}

function backInEmail(
  { account, logInAddress, settings }: ToOwner,
  { subject, what, next }: BackIn,
  language: Language,
): EmailMessage {
  const words = wordsIn(administerAccountWords, language);
  return {
    subject,
    body: (
      <>
        <EmailParagraph>{words.dear(account.fullName)}</EmailParagraph>
        <EmailParagraph>{what(settings.service.name)}</EmailParagraph>
        <EmailParagraph>{next}</EmailParagraph>
        <EmailButton href={logInAddress}>{words.logIn}</EmailButton>
        <EmailParagraph>{words.notExpected(settings.support.phone, settings.support.email)}</EmailParagraph>
      </>
    ),
  };
}

export function deactivatedEmail({ account, settings }: ToOwner, language: Language): EmailMessage {
  const { dear, deactivated } = wordsIn(administerAccountWords, language);
  const { phone, email, hours } = settings.support;
  return {
    subject: deactivated.subject,
    body: (
      <>
        <EmailParagraph>{dear(account.fullName)}</EmailParagraph>
        <EmailParagraph>{deactivated.what(settings.service.name)}</EmailParagraph>
        <EmailParagraph>{deactivated.who(phone, email)}</EmailParagraph>
        <EmailParagraph>{deactivated.hours(hours.days, hours.times)}</EmailParagraph>
      </>
    ),
  };
}
