import type { Duration } from '../../kernel/duration.ts';
import { type Language, wordsIn } from '../../kernel/words.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { EmailCode, type EmailMessage, EmailParagraph } from '../../ui/index.ts';
import { securityCodeWords } from './security-code.words.ts';

interface CodeProps {
  code: string;
  life: Duration;
  origin: string;
  settings: Settings;
  fullName: string;
}

export function codeEmail({ code, life, settings, fullName }: CodeProps, language: Language): EmailMessage {
  const words = wordsIn(securityCodeWords, language).email;
  return {
    subject: words.subject,
    body: (
      <>
        <EmailParagraph>{words.dear(fullName)}</EmailParagraph>
        <EmailParagraph>{words.intro(settings.service.name)}</EmailParagraph>
        <EmailCode>{code}</EmailCode>
        <EmailParagraph>{words.life(life)}</EmailParagraph>
        <EmailParagraph>{words.neverTell}</EmailParagraph>
        <EmailParagraph>{words.notYou}</EmailParagraph>
      </>
    ),
  };
}

/** Its last line binds the code to our host, so that phones fill it in nowhere else (WICG origin-bound codes). */
export const codeText = ({ code, origin, settings }: CodeProps, language: Language): string =>
  `${wordsIn(securityCodeWords, language).text(code, settings.service.name)}\n\n@${new URL(origin).hostname} #${code}`;
