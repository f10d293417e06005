import { EmailHeading, EmailList, type EmailMessage, EmailParagraph } from '../../ui/index.ts';
import type { AskForAccessWords } from './ask-for-access.words.ts';

export const accessAskedEmail = (
  facts: { practice: string; fullName: string; email: string; support: Support },
  { asked }: AskForAccessWords,
): EmailMessage => ({
  subject: asked.subject(facts.practice),
  body: (
    <>
      <EmailHeading>{asked.title}</EmailHeading>
      <EmailParagraph>{asked.who(facts.practice)}</EmailParagraph>
      <EmailList items={[asked.name(facts.fullName), asked.email(facts.email)]} />
      <EmailParagraph>{asked.unproven}</EmailParagraph>
      <EmailParagraph>{asked.add(facts.support.phone, facts.support.email)}</EmailParagraph>
      <EmailParagraph>{asked.ignore}</EmailParagraph>
    </>
  ),
});

interface Support {
  phone: string;
  email: string;
}

interface WhoCanHelp {
  practice: string;
  person: string;
  names: string[];
  support: Support;
}

export const whoCanHelpEmail = (
  { practice, person, names, support }: WhoCanHelp,
  { whoCanHelp }: AskForAccessWords,
): EmailMessage => ({
  subject: whoCanHelp.subject(practice),
  body: (
    <>
      <EmailHeading>{whoCanHelp.title}</EmailHeading>
      <EmailParagraph>{whoCanHelp.dear(person)}</EmailParagraph>
      <EmailParagraph>{whoCanHelp.what(practice)}</EmailParagraph>
      <EmailList items={names} />
      <EmailParagraph>{whoCanHelp.passedOn}</EmailParagraph>
      <EmailParagraph>{whoCanHelp.slow(support.phone, support.email)}</EmailParagraph>
      <EmailParagraph>{whoCanHelp.notYou}</EmailParagraph>
    </>
  ),
});
