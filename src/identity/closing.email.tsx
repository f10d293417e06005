import { type Language, wordsIn } from '../kernel/words.ts';
import { EmailButton, type EmailMessage, EmailParagraph } from '../ui/index.ts';
import { closingWords } from './closing.words.ts';
import type { Notice } from './tell-account.ts';

interface Closed extends Notice {
  by: 'owner' | 'support';
  erasedAt: Date;
  /** The link that opens the account again; none for an account that was stopped before. */
  secret: string | undefined;
}

export function closedEmail(
  { account, by, erasedAt, secret, origin, settings }: Closed,
  language: Language,
): EmailMessage {
  const { dear, closed } = wordsIn(closingWords, language);
  const { service, support } = settings;
  return {
    subject: closed.subject,
    body: (
      <>
        <EmailParagraph>{dear(account.fullName)}</EmailParagraph>
        <EmailParagraph>{(by === 'owner' ? closed.byOwner : closed.bySupport)(service.name)}</EmailParagraph>
        <EmailParagraph>{closed.erased(erasedAt, service.timeZone)}</EmailParagraph>
        {secret ? (
          <>
            <EmailParagraph>{closed.reopen}</EmailParagraph>
            <EmailButton href={`${origin}/reopen-account?link=${secret}`}>{closed.button}</EmailButton>
          </>
        ) : null}
        <EmailParagraph>{closed.contact(support.phone, support.email)}</EmailParagraph>
      </>
    ),
  };
}

export function reopenedEmail({ account, origin, settings }: Notice, language: Language): EmailMessage {
  const { dear, reopened } = wordsIn(closingWords, language);
  const { service, support } = settings;
  return {
    subject: reopened.subject,
    body: (
      <>
        <EmailParagraph>{dear(account.fullName)}</EmailParagraph>
        <EmailParagraph>{reopened.what(service.name)}</EmailParagraph>
        <EmailParagraph>{reopened.next}</EmailParagraph>
        <EmailButton href={`${origin}/log-in`}>{reopened.button}</EmailButton>
        <EmailParagraph>{reopened.notYou(support.phone, support.email)}</EmailParagraph>
      </>
    ),
  };
}
