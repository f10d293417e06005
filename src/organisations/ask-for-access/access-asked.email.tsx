import { EmailButton, EmailHeading, EmailList, type EmailMessage, EmailParagraph } from '../../ui/index.ts';
import type { AskForAccessWords } from './ask-for-access.words.ts';

export const accessAskedEmail = (
  facts: { practice: string; fullName: string; email: string; origin: string },
  { asked }: AskForAccessWords,
): EmailMessage => ({
  subject: asked.subject(facts.practice),
  body: (
    <>
      <EmailHeading>{asked.title}</EmailHeading>
      <EmailParagraph>{asked.who(facts.practice)}</EmailParagraph>
      <EmailList items={[asked.name(facts.fullName), asked.email(facts.email)]} />
      <EmailParagraph>{asked.unproven}</EmailParagraph>
      <EmailParagraph>{asked.add}</EmailParagraph>
      <EmailButton href={`${facts.origin}/log-in`}>{asked.button}</EmailButton>
      <EmailParagraph>{asked.ignore}</EmailParagraph>
    </>
  ),
});

interface WhoCanHelp {
  practice: string;
  person: string;
  names: string[];
  support: { phone: string; email: string };
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
