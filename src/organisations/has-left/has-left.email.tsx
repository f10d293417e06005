import { EmailButton, EmailHeading, type EmailMessage, EmailParagraph } from '../../ui/index.ts';
import type { HasLeftWords } from './has-left.words.ts';

interface LeaverSaid {
  name: string;
  practice: string;
  leaver: string;
  isProven: boolean;
  hasEnded: boolean;
  address: string;
}

export const leaverSaidEmail = (
  { name, practice, leaver, isProven, hasEnded, address }: LeaverSaid,
  words: HasLeftWords['email'],
): EmailMessage => ({
  subject: words.subject(practice),
  body: (
    <>
      <EmailHeading>{words.title}</EmailHeading>
      <EmailParagraph>{words.dear(name)}</EmailParagraph>
      <EmailParagraph>{(hasEnded ? words.themselves : words.what)(leaver, practice)}</EmailParagraph>
      {isProven ? null : <EmailParagraph>{words.unproven}</EmailParagraph>}
      <EmailParagraph>{hasEnded ? words.nothing : words.next}</EmailParagraph>
      <EmailButton href={address}>{hasEnded ? words.users : words.button}</EmailButton>
    </>
  ),
});
