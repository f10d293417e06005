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
