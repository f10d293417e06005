import type { Duration } from '../../kernel/duration.ts';
import { type Language, wordsIn } from '../../kernel/words.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { EmailButton, EmailCode, type EmailMessage, EmailParagraph } from '../../ui/index.ts';
import type { Account } from '../account.ts';
import type { IssuedLink } from './access-link.ts';
import { activationEmailWords } from './activation-email.words.ts';

interface ActivationProps {
  account: Account;
  link: IssuedLink;
  life: Duration;
  origin: string;
  settings: Settings;
}

export const activationAddress = (origin: string, secret: string): string =>
  `${origin}/activate?link=${secret}`;

export function activationEmail(props: ActivationProps, language: Language): EmailMessage {
  const words = wordsIn(activationEmailWords, language);
  const { account, link, life, origin, settings } = props;
  return {
    subject: words.subject(settings.service.name),
    body: (
      <>
        <EmailParagraph>{words.dear(account.fullName)}</EmailParagraph>
        <EmailParagraph>{words.intro(settings.service.name)}</EmailParagraph>
        <EmailParagraph>{words.logInName(account.email)}</EmailParagraph>
        <EmailButton href={activationAddress(origin, link.secret)}>{words.button}</EmailButton>
        <EmailParagraph>{words.code(`${origin}/activate`)}</EmailParagraph>
        <EmailCode>{link.code}</EmailCode>
        <EmailParagraph>{words.life(life)}</EmailParagraph>
        <EmailParagraph>{words.notYou(settings.support.phone, settings.support.email)}</EmailParagraph>
      </>
    ),
  };
}
