import type { Realm } from '../../kernel/actor.ts';
import { type Language, wordsIn } from '../../kernel/words.ts';
import { EmailButton, type EmailMessage, EmailParagraph } from '../../ui/index.ts';
import { securityAddress } from '../addresses.ts';
import type { Notice } from '../tell-account.ts';
import { logInCodeWords } from './log-in-code.words.ts';

interface RecoveryCodeUsed extends Notice {
  realm: Realm;
  left: number;
  notMe: string;
}

/** So few are left that new ones are advised. */
const few = 3;

export function recoveryCodeUsedEmail(
  { account, settings, origin, realm, left, notMe }: RecoveryCodeUsed,
  language: Language,
): EmailMessage {
  const words = wordsIn(logInCodeWords, language).usedEmail;
  return {
    subject: words.subject,
    body: (
      <>
        <EmailParagraph>{words.dear(account.fullName)}</EmailParagraph>
        <EmailParagraph>{words.what(settings.service.name)}</EmailParagraph>
        <EmailParagraph>{words.left(left)}</EmailParagraph>
        {left <= few ? (
          <>
            <EmailParagraph>{words.advice}</EmailParagraph>
            <EmailButton href={`${origin}${securityAddress(realm)}`}>{words.button}</EmailButton>
          </>
        ) : null}
        <EmailParagraph>{words.you}</EmailParagraph>
        <EmailParagraph>{words.notYou}</EmailParagraph>
        <EmailButton href={notMe}>{words.notMe}</EmailButton>
      </>
    ),
  };
}
