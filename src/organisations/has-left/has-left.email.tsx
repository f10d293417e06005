import { EmailButton, EmailHeading, type EmailMessage, EmailParagraph } from '../../ui/index.ts';
import type { HasLeftWords } from './has-left.words.ts';

interface LeaverSaid {
  name: string;
  practice: string;
  leaver: string;
  isProven: boolean;
  address: string;
}

export const leaverSaidEmail = (
  { name, practice, leaver, isProven, address }: LeaverSaid,
  words: HasLeftWords['email'],
): EmailMessage => ({
  subject: words.subject(practice),
  body: (
    <>
      <EmailHeading>{words.title}</EmailHeading>
      <EmailParagraph>{words.dear(name)}</EmailParagraph>
      <EmailParagraph>{words.what(leaver, practice)}</EmailParagraph>
      {isProven ? null : <EmailParagraph>{words.unproven}</EmailParagraph>}
      <EmailParagraph>{words.next}</EmailParagraph>
      <EmailButton href={address}>{words.button}</EmailButton>
    </>
  ),
});
