import { type Language, wordsIn } from '../../kernel/words.ts';
import { EmailButton, type EmailMessage, EmailParagraph } from '../../ui/index.ts';
import { MeanwhileParagraphs } from '../helpers.email.tsx';
import type { HelpersThere } from '../helpers.ts';
import type { Notice } from '../tell-account.ts';
import { cannotUseWords } from './cannot-use.words.ts';

export function resetAskedEmail(
  {
    account,
    settings,
    notMe,
    reference,
    helpers,
  }: Notice & {
    notMe: string;
    reference: string;
    helpers: readonly HelpersThere[];
  },
  language: Language,
): EmailMessage {
  const words = wordsIn(cannotUseWords, language).email;
  return {
    subject: words.subject,
    body: (
      <>
        <EmailParagraph>{words.dear(account.fullName)}</EmailParagraph>
        <EmailParagraph>{words.what(settings.service.name)}</EmailParagraph>
        <EmailParagraph>{words.you(reference)}</EmailParagraph>
        <MeanwhileParagraphs helpers={helpers} language={language} />
        <EmailParagraph>{words.notYou}</EmailParagraph>
        <EmailButton href={notMe}>{words.button}</EmailButton>
      </>
    ),
  };
}
