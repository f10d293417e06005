import { type Language, wordsIn } from '../../kernel/words.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { EmailButton, type EmailMessage, EmailParagraph } from '../../ui/index.ts';
import type { Account } from '../account.ts';
import { dataAddress } from './data-rights.addresses.ts';
import { dataRightsWords } from './data-rights.words.ts';

interface CopyReady {
  account: Account;
  expiresAt: Date;
  origin: string;
  settings: Settings;
}

/** Says that the copy is there. Nothing of it travels by e-mail. */
export function copyReadyEmail(
  { account, expiresAt, origin, settings }: CopyReady,
  language: Language,
): EmailMessage {
  const { ready } = wordsIn(dataRightsWords, language);
  const { service, support } = settings;
  return {
    subject: ready.subject,
    body: (
      <>
        <EmailParagraph>{ready.dear(account.fullName)}</EmailParagraph>
        <EmailParagraph>{ready.what(service.name)}</EmailParagraph>
        <EmailParagraph>{ready.until(expiresAt, service.timeZone)}</EmailParagraph>
        <EmailButton href={`${origin}${dataAddress}`}>{ready.button}</EmailButton>
        <EmailParagraph>{ready.notYou(support.phone, support.email)}</EmailParagraph>
      </>
    ),
  };
}
