import { type Language, wordsIn } from '../../kernel/words.ts';
import { type EmailMessage, EmailParagraph } from '../../ui/index.ts';
import type { Notice } from '../tell-account.ts';
import { correctDataWords } from './correct-data.words.ts';

export function correctionAnsweredEmail(
  { account, answer, settings }: Notice & { answer: string },
  language: Language,
): EmailMessage {
  const { answered } = wordsIn(correctDataWords, language);
  const { phone, email } = settings.support;
  return {
    subject: answered.subject,
    body: (
      <>
        <EmailParagraph>{answered.dear(account.fullName)}</EmailParagraph>
        <EmailParagraph>{answered.what(settings.service.name)}</EmailParagraph>
        <EmailParagraph>{answer}</EmailParagraph>
        <EmailParagraph>{answered.more(phone, email)}</EmailParagraph>
      </>
    ),
  };
}
