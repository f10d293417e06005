import { type Language, wordsIn } from '../../kernel/words.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { EmailButton, type EmailMessage, EmailParagraph } from '../../ui/index.ts';
import { ticketPasswordAddress } from '../addresses.ts';
import { ticketPasswordWords } from './ticket-password.words.ts';

interface Changed {
  isChosen: boolean;
  origin: string;
  settings: Settings;
}

export function ticketPasswordEmail(
  { isChosen, origin, settings }: Changed,
  language: Language,
): EmailMessage {
  const words = wordsIn(ticketPasswordWords, language).email;
  return {
    subject: isChosen ? words.chosenSubject : words.removedSubject,
    body: (
      <>
        <EmailParagraph>{words.hello}</EmailParagraph>
        <EmailParagraph>
          {isChosen ? words.chosen(settings.service.name) : words.removed(settings.service.name)}
        </EmailParagraph>
        <EmailParagraph>{words.others}</EmailParagraph>
        <EmailParagraph>{words.notYou}</EmailParagraph>
        <EmailButton href={`${origin}${ticketPasswordAddress}`}>{words.button}</EmailButton>
      </>
    ),
  };
}
