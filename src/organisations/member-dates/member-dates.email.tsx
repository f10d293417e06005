import { EmailButton, EmailHeading, type EmailMessage, EmailParagraph } from '../../ui/index.ts';
import type { MemberDatesWords } from './member-dates.words.ts';

interface EndFacts {
  name: string;
  practice: string;
  endsOn: string;
  support: { phone: string; email: string };
}

export const endsSoonEmail = (
  { name, practice, endsOn, support }: EndFacts,
  { dear, mine }: MemberDatesWords,
): EmailMessage => ({
  subject: mine.subject(practice),
  body: (
    <>
      <EmailHeading>{mine.title}</EmailHeading>
      <EmailParagraph>{dear(name)}</EmailParagraph>
      <EmailParagraph>{mine.what(practice, endsOn)}</EmailParagraph>
      <EmailParagraph>{mine.stays}</EmailParagraph>
      <EmailParagraph>{mine.longer(practice)}</EmailParagraph>
      <EmailParagraph>{mine.support(support.phone, support.email)}</EmailParagraph>
    </>
  ),
});

export const theirEndEmail = (
  { name, practice, endsOn, user, address }: EndFacts & { user: string; address: string },
  { dear, theirs }: MemberDatesWords,
): EmailMessage => ({
  subject: theirs.subject(practice),
  body: (
    <>
      <EmailHeading>{theirs.title}</EmailHeading>
      <EmailParagraph>{dear(name)}</EmailParagraph>
      <EmailParagraph>{theirs.what(user, practice, endsOn)}</EmailParagraph>
      <EmailParagraph>{theirs.nothing}</EmailParagraph>
      <EmailButton href={address}>{theirs.button}</EmailButton>
    </>
  ),
});
