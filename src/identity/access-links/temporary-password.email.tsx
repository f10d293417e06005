import type { Duration } from '../../kernel/duration.ts';
import { type Language, wordsIn } from '../../kernel/words.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { EmailButton, EmailCode, type EmailMessage, EmailParagraph } from '../../ui/index.ts';
import type { Account } from '../account.ts';
import { temporaryPasswordWords } from './temporary-password.words.ts';

interface TemporaryPasswordProps {
  account: Account;
  username: string | undefined;
  temporaryPassword: string;
  life: Duration;
  origin: string;
  settings: Settings;
}

/** Its link is that of the log in page and carries nothing: what lets a person in is typed. */
export function temporaryPasswordEmail(props: TemporaryPasswordProps, language: Language): EmailMessage {
  const words = wordsIn(temporaryPasswordWords, language);
  const { account, username, life, origin, settings } = props;
  return {
    subject: words.subject(settings.service.name),
    body: (
      <>
        <EmailParagraph>{words.dear(account.fullName)}</EmailParagraph>
        <EmailParagraph>{words.intro(settings.service.name)}</EmailParagraph>
        {username ? <EmailParagraph>{words.username(username)}</EmailParagraph> : null}
        <EmailParagraph>{words.email(account.email)}</EmailParagraph>
        <EmailParagraph>{words.password}</EmailParagraph>
        <EmailCode>{props.temporaryPassword}</EmailCode>
        <EmailButton href={`${origin}/log-in`}>{words.button}</EmailButton>
        <EmailParagraph>{words.afterwards}</EmailParagraph>
        <EmailParagraph>{words.life(life)}</EmailParagraph>
        <EmailParagraph>{words.notYou}</EmailParagraph>
      </>
    ),
  };
}
