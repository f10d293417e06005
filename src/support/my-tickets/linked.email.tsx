import { type Language, wordsIn } from '../../kernel/words.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { EmailButton, type EmailMessage, EmailParagraph } from '../../ui/index.ts';
import { ticketAccountAddress } from '../addresses.ts';
import { ticketAccountWords } from './ticket-account.words.ts';

export function linkedEmail(
  { origin, settings }: { origin: string; settings: Pick<Settings, 'service'> },
  language: Language,
): EmailMessage {
  const words = wordsIn(ticketAccountWords, language).email;
  return {
    subject: words.subject,
    body: (
      <>
        <EmailParagraph>{words.hello}</EmailParagraph>
        <EmailParagraph>{words.what(settings.service.name)}</EmailParagraph>
        <EmailParagraph>{words.notYou}</EmailParagraph>
        <EmailButton href={`${origin}${ticketAccountAddress}`}>{words.button}</EmailButton>
      </>
    ),
  };
}
