import { type Language, wordsIn } from '../../kernel/words.ts';
import { EmailButton, type EmailMessage, EmailParagraph } from '../../ui/index.ts';
import type { Notice } from '../tell-account.ts';
import { changePasswordWords } from './change-password.words.ts';

export function passwordChangedEmail(
  { account, notMe, settings }: Notice & { notMe: string },
  language: Language,
): EmailMessage {
  const words = wordsIn(changePasswordWords, language).email;
  return {
    subject: words.subject,
    body: (
      <>
        <EmailParagraph>{words.dear(account.fullName)}</EmailParagraph>
        <EmailParagraph>{words.what(settings.service.name)}</EmailParagraph>
        <EmailParagraph>{words.sessions}</EmailParagraph>
        <EmailParagraph>{words.notYou}</EmailParagraph>
        <EmailButton href={notMe}>{words.button}</EmailButton>
      </>
    ),
  };
}
