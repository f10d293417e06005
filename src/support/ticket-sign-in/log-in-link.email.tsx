import type { Duration } from '../../kernel/duration.ts';
import { type Language, wordsIn } from '../../kernel/words.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { EmailButton, EmailCode, type EmailMessage, EmailParagraph } from '../../ui/index.ts';
import { ticketLogInLinkAddress } from '../addresses.ts';
import { ticketSignInWords } from './ticket-sign-in.words.ts';

interface LogInLink {
  secret: string;
  code: string;
  life: Duration;
  origin: string;
  settings: Pick<Settings, 'service'>;
}

export function logInLinkEmail(
  { secret, code, life, origin, settings }: LogInLink,
  language: Language,
): EmailMessage {
  const words = wordsIn(ticketSignInWords, language).email;
  const service = settings.service.name;
  return {
    subject: words.subject(service),
    body: (
      <>
        <EmailParagraph>{words.hello}</EmailParagraph>
        <EmailParagraph>{words.what(service)}</EmailParagraph>
        <EmailButton href={`${origin}${ticketLogInLinkAddress}?link=${secret}`}>{words.button}</EmailButton>
        <EmailParagraph>{words.orCode}</EmailParagraph>
        <EmailCode>{code}</EmailCode>
        <EmailParagraph>{words.lives(life)}</EmailParagraph>
        <EmailParagraph>{words.notYou}</EmailParagraph>
      </>
    ),
  };
}
