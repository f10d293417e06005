import { type Language, wordsIn } from '../../kernel/words.ts';
import { EmailButton, type EmailMessage, EmailParagraph } from '../../ui/index.ts';
import type { Notice } from '../tell-account.ts';
import type { ProfileFieldName } from './change-profile.ts';
import { profileWords } from './profile.words.ts';

/** Says which thing was changed, and never to what: the account shows that to whoever may see it. */
export const profileChangedEmail =
  (field: ProfileFieldName, notMe: string) =>
  ({ account, settings }: Notice, language: Language): EmailMessage => {
    const { email: words, fields } = wordsIn(profileWords, language);
    const { what } = fields[field];
    return {
      subject: field === 'contact' ? words.subjectContact : words.subject(what),
      body: (
        <>
          <EmailParagraph>{words.dear(account.fullName)}</EmailParagraph>
          <EmailParagraph>{words.what(settings.service.name, what)}</EmailParagraph>
          <EmailParagraph>{words.notYou}</EmailParagraph>
          <EmailButton href={notMe}>{words.button}</EmailButton>
        </>
      ),
    };
  };
