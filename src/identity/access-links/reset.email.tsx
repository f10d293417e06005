import type { Duration } from '../../kernel/duration.ts';
import { type Language, wordsIn } from '../../kernel/words.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { EmailButton, EmailCode, type EmailMessage, EmailParagraph } from '../../ui/index.ts';
import type { Account } from '../account.ts';
import type { IssuedLink } from './access-link.ts';
import { resetEmailWords } from './reset-email.words.ts';

interface ResetProps {
  account: Account;
  username: string | undefined;
  link: IssuedLink;
  life: Duration;
  origin: string;
  settings: Settings;
}

export function resetEmail(props: ResetProps, language: Language): EmailMessage {
  const words = wordsIn(resetEmailWords, language);
  const { account, username, link, life, origin, settings } = props;
  return {
    subject: words.subject,
    body: (
      <>
        <EmailParagraph>{words.dear(account.fullName)}</EmailParagraph>
        <EmailParagraph>{words.intro(settings.service.name)}</EmailParagraph>
        <EmailParagraph>
          {username ? words.logInNames(username, account.email) : words.logInName(account.email)}
        </EmailParagraph>
        <EmailButton href={`${origin}/reset-password?link=${link.secret}`}>{words.button}</EmailButton>
        <EmailParagraph>{words.code}</EmailParagraph>
        <EmailCode>{link.code}</EmailCode>
        <EmailParagraph>{words.life(life)}</EmailParagraph>
        <EmailParagraph>{words.notYou}</EmailParagraph>
      </>
    ),
  };
}
