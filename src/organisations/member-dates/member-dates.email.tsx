import { EmailButton, EmailHeading, EmailList, type EmailMessage, EmailParagraph } from '../../ui/index.ts';
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

interface TheirEnds {
  name: string;
  practice: string;
  users: readonly { name: string; endsOn: string }[];
  address: string;
}

/** In one email, however many they are. */
export function theirEndEmail(
  { name, practice, users, address }: TheirEnds,
  { dear, theirs, several }: MemberDatesWords,
): EmailMessage {
  const [only, more] = users;
  const said = more ? several : theirs;
  return {
    subject: said.subject(practice),
    body: (
      <>
        <EmailHeading>{said.title}</EmailHeading>
        <EmailParagraph>{dear(name)}</EmailParagraph>
        {only && !more ? (
          <EmailParagraph>{theirs.what(only.name, practice, only.endsOn)}</EmailParagraph>
        ) : (
          <>
            <EmailParagraph>{several.what(practice)}</EmailParagraph>
            <EmailList items={users.map((user) => several.user(user.name, user.endsOn))} />
          </>
        )}
        <EmailParagraph>{said.nothing}</EmailParagraph>
        <EmailButton href={address}>{said.button}</EmailButton>
      </>
    ),
  };
}
