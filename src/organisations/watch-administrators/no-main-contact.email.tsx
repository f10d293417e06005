import { EmailButton, EmailHeading, type EmailMessage, EmailParagraph } from '../../ui/index.ts';
import type { WatchAdministratorsWords } from './watch-administrators.words.ts';

interface NoMainContact {
  name: string;
  practice: string;
  href: string;
  support: { phone: string; email: string };
}

export const noMainContactEmail = (
  { name, practice, href, support }: NoMainContact,
  words: WatchAdministratorsWords,
): EmailMessage => ({
  subject: words.subject(practice),
  body: (
    <>
      <EmailHeading>{words.title}</EmailHeading>
      <EmailParagraph>{words.dear(name)}</EmailParagraph>
      <EmailParagraph>{words.what(practice)}</EmailParagraph>
      <EmailParagraph>{words.ask}</EmailParagraph>
      <EmailButton href={href}>{words.button}</EmailButton>
      <EmailParagraph>{words.support(support.phone, support.email)}</EmailParagraph>
    </>
  ),
});
