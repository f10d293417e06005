import { type Language, wordsIn } from '../../kernel/words.ts';
import { type EmailMessage, EmailParagraph } from '../../ui/index.ts';
import type { Notice } from '../tell-account.ts';
import { notMeWords } from './not-me.words.ts';

export function accountSecuredEmail({ account, settings }: Notice, language: Language): EmailMessage {
  const words = wordsIn(notMeWords, language).email;
  const { service, support } = settings;
  return {
    subject: words.subject,
    body: (
      <>
        <EmailParagraph>{words.dear(account.fullName)}</EmailParagraph>
        <EmailParagraph>{words.what(service.name)}</EmailParagraph>
        <EmailParagraph>{words.back}</EmailParagraph>
        <EmailParagraph>{words.codes}</EmailParagraph>
        <EmailParagraph>{words.next}</EmailParagraph>
        <EmailParagraph>{words.support(support.phone, support.email)}</EmailParagraph>
      </>
    ),
  };
}
