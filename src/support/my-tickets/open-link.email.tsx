import type { Duration } from '../../kernel/duration.ts';
import { type Language, wordsIn } from '../../kernel/words.ts';
import { EmailButton, EmailCode, type EmailMessage, EmailParagraph } from '../../ui/index.ts';
import { openTicketAddress } from '../addresses.ts';
import { openLinkWords } from './open-link.words.ts';

interface OpenAgain {
  reference: string;
  secret: string;
  life: Duration;
  origin: string;
}

export function openAgainEmail(
  { reference, secret, life, origin }: OpenAgain,
  language: Language,
): EmailMessage {
  const words = wordsIn(openLinkWords, language).email;
  return {
    subject: words.againSubject(reference),
    body: (
      <>
        <EmailParagraph>{words.hello}</EmailParagraph>
        <EmailParagraph>{words.again(reference)}</EmailParagraph>
        <EmailButton href={`${origin}${openTicketAddress}?link=${secret}`}>{words.button}</EmailButton>
        <EmailParagraph>{words.lives(life)}</EmailParagraph>
        <EmailParagraph>{words.notYou}</EmailParagraph>
      </>
    ),
  };
}

export function documentCodeEmail(
  { reference, code, life }: { reference: string; code: string; life: Duration },
  language: Language,
): EmailMessage {
  const words = wordsIn(openLinkWords, language).email;
  return {
    subject: words.codeSubject(reference),
    body: (
      <>
        <EmailParagraph>{words.hello}</EmailParagraph>
        <EmailParagraph>{words.code(reference)}</EmailParagraph>
        <EmailCode>{code}</EmailCode>
        <EmailParagraph>{words.codeLives(life)}</EmailParagraph>
        <EmailParagraph>{words.codeNotYou}</EmailParagraph>
      </>
    ),
  };
}
