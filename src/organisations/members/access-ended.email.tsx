import { type Language, wordsIn } from '../../kernel/words.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { EmailHeading, type EmailMessage, EmailParagraph } from '../../ui/index.ts';
import type { Organisation } from '../places/organisation.ts';
import { accessEndedWords } from './access-ended.words.ts';

interface AccessEnded {
  name: string;
  practice: Organisation;
  /** By name: it goes to somebody who had access there. */
  administrators: readonly string[];
  endedAt: Date;
  settings: Pick<Settings, 'service' | 'support'>;
}

export function accessEndedEmail(
  { name, practice, administrators, endedAt, settings: { service, support } }: AccessEnded,
  language: Language,
): EmailMessage {
  const words = wordsIn(accessEndedWords, language);
  return {
    subject: words.subject(practice.name),
    body: (
      <>
        <EmailHeading>{words.title}</EmailHeading>
        <EmailParagraph>{words.dear(name)}</EmailParagraph>
        <EmailParagraph>{words.what(practice.name, endedAt, service.timeZone)}</EmailParagraph>
        <EmailParagraph>{words.stays}</EmailParagraph>
        <EmailParagraph>
          {administrators.length > 0
            ? words.askThem(practice.name, administrators)
            : words.questions(practice.name)}
        </EmailParagraph>
        <EmailParagraph>{words.support(support.phone, support.email)}</EmailParagraph>
      </>
    ),
  };
}
