import { type Language, wordsIn } from '../../kernel/words.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { EmailButton, type EmailMessage, EmailParagraph } from '../../ui/index.ts';
import type { Account } from '../account.ts';
import { logInAddress, recoveryAddress } from '../addresses.ts';
import { createAccountWords } from './create-account.words.ts';

interface ToOwner {
  account: Account;
  origin: string;
  settings: Settings;
}

export function alreadyKnownEmail({ account, origin, settings }: ToOwner, language: Language): EmailMessage {
  const { dear, known } = wordsIn(createAccountWords, language).mail;
  return {
    subject: known.subject,
    body: (
      <>
        <EmailParagraph>{dear(account.fullName)}</EmailParagraph>
        <EmailParagraph>{known.intro(settings.service.name)}</EmailParagraph>
        <EmailParagraph>{known.logIn(`${origin}${logInAddress('portal')}`)}</EmailParagraph>
        <EmailParagraph>{known.forgotten}</EmailParagraph>
        <EmailButton href={`${origin}${recoveryAddress('portal')}`}>{known.button}</EmailButton>
        <EmailParagraph>{known.notYou}</EmailParagraph>
      </>
    ),
  };
}

export function notActiveEmail({ account, settings }: ToOwner, language: Language): EmailMessage {
  const { dear, notActive } = wordsIn(createAccountWords, language).mail;
  const { phone, email, hours } = settings.support;
  return {
    subject: notActive.subject,
    body: (
      <>
        <EmailParagraph>{dear(account.fullName)}</EmailParagraph>
        <EmailParagraph>{notActive.intro(settings.service.name)}</EmailParagraph>
        <EmailParagraph>{notActive.who(phone, email)}</EmailParagraph>
        <EmailParagraph>{notActive.hours(hours.days, hours.times)}</EmailParagraph>
        <EmailParagraph>{notActive.notYou}</EmailParagraph>
      </>
    ),
  };
}
