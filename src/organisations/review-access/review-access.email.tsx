import { type Language, wordsIn } from '../../kernel/words.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { EmailButton, EmailHeading, type EmailMessage, EmailParagraph } from '../../ui/index.ts';
import { reviewAddress } from '../addresses.ts';
import type { Organisation } from '../places/organisation.ts';
import { reviewAccessWords } from './review-access.words.ts';

interface ReviewMentioned {
  name: string;
  practice: Organisation;
  dueAt: Date;
  origin: string;
  settings: Pick<Settings, 'service'>;
}

export function reviewEmail(
  step: 'opened' | 'reminder' | 'escalation',
  { name, practice, dueAt, origin, settings }: ReviewMentioned,
  language: Language,
): EmailMessage {
  const { emails } = wordsIn(reviewAccessWords, language);
  const words = emails[step];
  return {
    subject: words.subject(practice.name),
    body: (
      <>
        <EmailHeading>{words.title}</EmailHeading>
        <EmailParagraph>{emails.dear(name)}</EmailParagraph>
        <EmailParagraph>{words.what(practice.name, dueAt, settings.service.timeZone)}</EmailParagraph>
        <EmailParagraph>{emails.how}</EmailParagraph>
        <EmailButton href={`${origin}${reviewAddress(practice.code)}`}>{emails.button}</EmailButton>
      </>
    ),
  };
}
