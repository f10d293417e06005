import { type Language, wordsIn } from '../../kernel/words.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { EmailButton, type EmailMessage, EmailParagraph } from '../../ui/index.ts';
import type { Account } from '../account.ts';
import { MeanwhileParagraphs, ReopenParagraphs } from '../helpers.email.tsx';
import type { HelpersThere } from '../helpers.ts';
import { type RecoverAccountWords, recoverAccountWords } from './recover-account.words.ts';

interface ToOwner {
  account: Account;
  settings: Settings;
  origin: string;
}

export type ToOwnerEmail = (props: ToOwner, language: Language) => EmailMessage;

export function deactivatedEmail(
  { account, settings, helpers }: ToOwner & { helpers: readonly HelpersThere[] },
  language: Language,
): EmailMessage {
  const { dear, deactivated } = wordsIn(recoverAccountWords, language).email;
  const { phone, email, hours } = settings.support;
  return {
    subject: deactivated.subject,
    body: (
      <>
        <EmailParagraph>{dear(account.fullName)}</EmailParagraph>
        <EmailParagraph>{deactivated.intro(settings.service.name)}</EmailParagraph>
        <EmailParagraph>{deactivated.what}</EmailParagraph>
        <EmailParagraph>{deactivated.who(phone, email)}</EmailParagraph>
        <EmailParagraph>{deactivated.hours(hours.days, hours.times)}</EmailParagraph>
        <ReopenParagraphs helpers={helpers} language={language} />
        <MeanwhileParagraphs helpers={helpers} language={language} />
      </>
    ),
  };
}

export function closedEmail({ account, settings }: ToOwner, language: Language): EmailMessage {
  const { dear, closed } = wordsIn(recoverAccountWords, language).email;
  const { phone, email } = settings.support;
  return {
    subject: closed.subject,
    body: (
      <>
        <EmailParagraph>{dear(account.fullName)}</EmailParagraph>
        <EmailParagraph>{closed.intro(settings.service.name)}</EmailParagraph>
        <EmailParagraph>{closed.what}</EmailParagraph>
        <EmailParagraph>{closed.who(phone, email)}</EmailParagraph>
      </>
    ),
  };
}

export function logsInElsewhereEmail(
  { account, settings, origin, issuer }: ToOwner & { issuer: string },
  language: Language,
): EmailMessage {
  const { dear, elsewhere } = wordsIn(recoverAccountWords, language).email;
  const { phone, email } = settings.support;
  const name = elsewhere.nameOf(issuer);
  return {
    subject: elsewhere.subject(name),
    body: (
      <>
        <EmailParagraph>{dear(account.fullName)}</EmailParagraph>
        <EmailParagraph>{elsewhere.intro(settings.service.name)}</EmailParagraph>
        <EmailParagraph>{elsewhere.what(name)}</EmailParagraph>
        <EmailParagraph>{elsewhere.next(name)}</EmailParagraph>
        <EmailButton href={`${origin}/log-in`}>{elsewhere.button}</EmailButton>
        <EmailParagraph>{elsewhere.who(phone, email)}</EmailParagraph>
      </>
    ),
  };
}

export function noAccountEmail(
  props: { origin: string; settings: Settings },
  language: Language,
): EmailMessage {
  const { nobody } = wordsIn(recoverAccountWords, language).email;
  return {
    subject: nobody.subject,
    body: (
      <>
        <EmailParagraph>{nobody.intro(props.settings.service.name)}</EmailParagraph>
        <EmailParagraph>{nobody.what}</EmailParagraph>
        <EmailParagraph>{nextWithout(props.settings, nobody)}</EmailParagraph>
        <EmailButton href={`${props.origin}/`}>{nobody.button}</EmailButton>
        <EmailParagraph>{nobody.notYou}</EmailParagraph>
      </>
    ),
  };
}

export function passwordChangedEmail(
  { account, settings }: Omit<ToOwner, 'origin'>,
  language: Language,
): EmailMessage {
  const { dear, changed } = wordsIn(recoverAccountWords, language).email;
  const { phone, email } = settings.support;
  return {
    subject: changed.subject,
    body: (
      <>
        <EmailParagraph>{dear(account.fullName)}</EmailParagraph>
        <EmailParagraph>{changed.what(settings.service.name)}</EmailParagraph>
        <EmailParagraph>{changed.sessions}</EmailParagraph>
        <EmailParagraph>{changed.notYou(phone, email)}</EmailParagraph>
      </>
    ),
  };
}

/** How somebody without an account gets one on this portal. */
function nextWithout(
  { accounts, organisations }: Settings,
  words: RecoverAccountWords['email']['nobody'],
): string {
  if (organisations.registration) return words.nextOrganisation;
  return accounts.openRegistration ? words.nextCreate : words.next;
}
