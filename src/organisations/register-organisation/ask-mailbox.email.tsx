import { EmailButton, EmailHeading, type EmailMessage, EmailParagraph } from '../../ui/index.ts';
import type { RegisterOrganisationWords } from './register-organisation.words.ts';

export const askMailboxEmail = (
  facts: { practice: string; link: string; support: { email: string; phone: string } },
  { ask }: RegisterOrganisationWords,
): EmailMessage => ({
  subject: ask.subject(facts.practice),
  body: (
    <>
      <EmailHeading>{ask.title}</EmailHeading>
      <EmailParagraph>{ask.text(facts.practice)}</EmailParagraph>
      <EmailButton href={facts.link}>{ask.button}</EmailButton>
      <EmailParagraph>{ask.notYou(facts.support.email, facts.support.phone)}</EmailParagraph>
    </>
  ),
});
