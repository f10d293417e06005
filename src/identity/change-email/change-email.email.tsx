import type { Duration } from '../../kernel/duration.ts';
import { type Language, wordsIn } from '../../kernel/words.ts';
import { EmailButton, EmailCode, type EmailMessage, EmailParagraph } from '../../ui/index.ts';
import type { IssuedLink } from '../access-links/access-link.ts';
import { logInAddress } from '../addresses.ts';
import type { Notice } from '../tell-account.ts';
import { changeEmailWords } from './change-email.words.ts';

const emailsIn = (language: Language) => wordsIn(changeEmailWords, language).emails;

/** To the new address. It names nobody: whoever reads it may be a stranger whose address was mistyped. */
export function confirmEmail(
  props: Notice & { newEmail: string; link: IssuedLink; life: Duration },
  language: Language,
): EmailMessage {
  const words = emailsIn(language).confirm;
  const { link, life, origin, settings } = props;
  return {
    subject: words.subject,
    body: (
      <>
        <EmailParagraph>{words.what(settings.service.name)}</EmailParagraph>
        <EmailButton href={`${origin}/confirm-email?link=${link.secret}`}>{words.button}</EmailButton>
        <EmailParagraph>{words.code}</EmailParagraph>
        <EmailCode>{link.code}</EmailCode>
        <EmailParagraph>{words.life(life)}</EmailParagraph>
        <EmailParagraph>{words.notYou}</EmailParagraph>
      </>
    ),
  };
}

export function addressTakenEmail({ account, origin, settings }: Notice, language: Language): EmailMessage {
  const { dear, taken: words } = emailsIn(language);
  return {
    subject: words.subject,
    body: (
      <>
        <EmailParagraph>{dear(account.fullName)}</EmailParagraph>
        <EmailParagraph>{words.what(settings.service.name)}</EmailParagraph>
        <EmailParagraph>{words.you}</EmailParagraph>
        <EmailButton href={`${origin}${logInAddress('portal')}`}>{words.button}</EmailButton>
        <EmailParagraph>{words.notYou}</EmailParagraph>
      </>
    ),
  };
}

export interface StopNotice extends Notice {
  what: 'asked' | 'made';
  link: IssuedLink;
}

/** To an address that can take the change back. */
export function stopEmail(
  { what, account, link, origin, settings }: StopNotice,
  language: Language,
): EmailMessage {
  const { dear, stop: words, help } = emailsIn(language);
  const { phone, email } = settings.support;
  return {
    subject: words[what].subject,
    body: (
      <>
        <EmailParagraph>{dear(account.fullName)}</EmailParagraph>
        <EmailParagraph>{words[what].what(settings.service.name)}</EmailParagraph>
        <EmailParagraph>{words.itWasYou}</EmailParagraph>
        <EmailParagraph>{words.notYou(settings.emailChange.stoppableFor)}</EmailParagraph>
        <EmailButton href={`${origin}/stop-email-change?link=${link.secret}`}>{words.button}</EmailButton>
        <EmailParagraph>{help(phone, email)}</EmailParagraph>
      </>
    ),
  };
}

export function newAddressEmail({ account, settings }: Notice, language: Language): EmailMessage {
  const { dear, changed: words, help } = emailsIn(language);
  const { phone, email } = settings.support;
  return {
    subject: words.subject,
    body: (
      <>
        <EmailParagraph>{dear(account.fullName)}</EmailParagraph>
        <EmailParagraph>{words.what(settings.service.name, account.email)}</EmailParagraph>
        <EmailParagraph>{words.before(settings.emailChange.stoppableFor)}</EmailParagraph>
        <EmailParagraph>{help(phone, email)}</EmailParagraph>
      </>
    ),
  };
}

export function changeStoppedEmail({ account, settings }: Notice, language: Language): EmailMessage {
  const { dear, stopped: words, help } = emailsIn(language);
  const { phone, email } = settings.support;
  return {
    subject: words.subject,
    body: (
      <>
        <EmailParagraph>{dear(account.fullName)}</EmailParagraph>
        <EmailParagraph>{words.what(settings.service.name)}</EmailParagraph>
        <EmailParagraph>{words.now}</EmailParagraph>
        <EmailParagraph>{words.next}</EmailParagraph>
        <EmailParagraph>{help(phone, email)}</EmailParagraph>
      </>
    ),
  };
}

export function droppedAddressEmail({ settings }: Notice, language: Language): EmailMessage {
  const { dropped: words } = emailsIn(language);
  const { phone, email } = settings.support;
  return {
    subject: words.subject,
    body: (
      <>
        <EmailParagraph>{words.what(settings.service.name)}</EmailParagraph>
        <EmailParagraph>{words.notYou(phone, email)}</EmailParagraph>
      </>
    ),
  };
}
