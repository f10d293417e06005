import { type Language, wordsIn } from '../../../kernel/words.ts';
import { EmailCode, EmailHeading, type EmailMessage, EmailParagraph } from '../../../ui/index.ts';
import { callerCodeWords } from './caller-code.words.ts';

export function callerCodeEmail(
  { code, service, phone }: { code: string; service: string; phone: string },
  language: Language,
): EmailMessage {
  const words = wordsIn(callerCodeWords, language);
  return {
    subject: words.subject,
    body: (
      <>
        <EmailHeading>{words.title}</EmailHeading>
        <EmailParagraph>{words.intro(service)}</EmailParagraph>
        <EmailCode>{code}</EmailCode>
        <EmailParagraph>{words.life}</EmailParagraph>
        <EmailParagraph>{words.notYou(phone)}</EmailParagraph>
        <EmailParagraph>{words.never}</EmailParagraph>
      </>
    ),
  };
}
