import { EmailHeading, type EmailMessage, EmailParagraph } from '../../ui/index.ts';
import type { LeaveWords } from './leave.words.ts';

interface LeaveEmailProps {
  name: string;
  organisation: string;
  returnsOn: string;
  support: { phone: string; email: string };
}

export const leaveEmail = (
  { name, organisation, returnsOn, support }: LeaveEmailProps,
  words: LeaveWords['email'],
): EmailMessage => ({
  subject: words.subject(organisation),
  body: (
    <>
      <EmailHeading>{words.title}</EmailHeading>
      <EmailParagraph>{words.dear(name)}</EmailParagraph>
      <EmailParagraph>{words.what(organisation, returnsOn)}</EmailParagraph>
      <EmailParagraph>{words.stays}</EmailParagraph>
      <EmailParagraph>{words.questions(organisation)}</EmailParagraph>
      <EmailParagraph>{words.support(support.phone, support.email)}</EmailParagraph>
    </>
  ),
});
