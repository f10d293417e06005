import { EmailButton, EmailHeading, type EmailMessage, EmailParagraph } from '../../ui/index.ts';
import { userAddress, usersAddress } from '../addresses.ts';
import type { Organisation } from '../places/organisation.ts';
import type { AnsweredWords } from './answered.words.ts';
import type { Invitation } from './invitation.ts';
import type { Refusal } from './refuse-invitation.ts';

interface AboutInvitation {
  name: string;
  practice: Organisation;
  invitation: Invitation;
  origin: string;
  support: { phone: string; email: string };
}

/** To whoever invited somebody who refused. */
export function answeredEmail(
  { refusal, invitation, name, practice, origin, support }: AboutInvitation & { refusal: Refusal },
  words: AnsweredWords,
): EmailMessage {
  const said = words[refusal];
  const { fullName, email, organisation } = invitation;
  return {
    subject: said.subject(fullName, organisation),
    body: (
      <>
        <EmailHeading>{said.title}</EmailHeading>
        <EmailParagraph>{words.dear(name)}</EmailParagraph>
        <EmailParagraph>{said.what(fullName, email.typed, organisation)}</EmailParagraph>
        <EmailParagraph>{said.next}</EmailParagraph>
        <EmailButton href={`${origin}${usersAddress(practice.code)}`}>{words.users}</EmailButton>
        <EmailParagraph>{words.support(support.phone, support.email)}</EmailParagraph>
      </>
    ),
  };
}

/** To those who can send an invitation again that expired. */
export function askedAgainEmail(
  { invitation, name, practice, origin, support }: AboutInvitation,
  { dear, askedAgain, support: reach }: AnsweredWords,
): EmailMessage {
  const { fullName, email, organisation, memberId } = invitation;
  return {
    subject: askedAgain.subject(fullName, organisation),
    body: (
      <>
        <EmailHeading>{askedAgain.title}</EmailHeading>
        <EmailParagraph>{dear(name)}</EmailParagraph>
        <EmailParagraph>{askedAgain.what(fullName, email.typed, organisation)}</EmailParagraph>
        <EmailParagraph>{askedAgain.next}</EmailParagraph>
        <EmailButton href={`${origin}${userAddress(practice.code, memberId, 'invitation')}`}>
          {askedAgain.button}
        </EmailButton>
        <EmailParagraph>{askedAgain.ignore}</EmailParagraph>
        <EmailParagraph>{reach(support.phone, support.email)}</EmailParagraph>
      </>
    ),
  };
}
