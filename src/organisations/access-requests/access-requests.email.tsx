import { EmailButton, EmailHeading, type EmailMessage, EmailParagraph } from '../../ui/index.ts';
import type { RefusalReason } from '../access-request.ts';
import { organisationAddress, stepAddress } from '../addresses.ts';
import type { Organisation } from '../places/organisation.ts';
import type { AccessRequestsWords } from './access-requests.words.ts';

interface Told {
  organisation: Organisation;
  name: string;
}

interface Support {
  phone: string;
  email: string;
}

export const accessApprovedEmail = (
  { organisation, name, origin }: Told & { origin: string },
  { emails: { dear, approved } }: AccessRequestsWords,
): EmailMessage => ({
  subject: approved.subject(organisation.name),
  body: (
    <>
      <EmailHeading>{approved.title}</EmailHeading>
      <EmailParagraph>{dear(name)}</EmailParagraph>
      <EmailParagraph>{approved.text(organisation.name)}</EmailParagraph>
      <EmailButton href={`${origin}${organisationAddress(organisation.code)}`}>{approved.button}</EmailButton>
    </>
  ),
});

export const requestRefusedEmail = (
  { organisation, name, reason, support }: Told & { reason: RefusalReason | undefined; support: Support },
  { emails: { dear, refused, notYou } }: AccessRequestsWords,
): EmailMessage => ({
  subject: refused.subject(organisation.name),
  body: (
    <>
      <EmailHeading>{refused.title}</EmailHeading>
      <EmailParagraph>{dear(name)}</EmailParagraph>
      <EmailParagraph>{refused.text(organisation.name)}</EmailParagraph>
      {reason ? <EmailParagraph>{refused.why[reason]}</EmailParagraph> : null}
      <EmailParagraph>{refused.next(support.phone, support.email)}</EmailParagraph>
      <EmailParagraph>{notYou}</EmailParagraph>
    </>
  ),
});

export const requestLapsedEmail = (
  { organisation, name, origin, support }: Told & { origin: string; support: Support },
  { emails: { dear, lapsed, notYou } }: AccessRequestsWords,
): EmailMessage => ({
  subject: lapsed.subject(organisation.name),
  body: (
    <>
      <EmailHeading>{lapsed.title}</EmailHeading>
      <EmailParagraph>{dear(name)}</EmailParagraph>
      <EmailParagraph>{lapsed.text(organisation.name)}</EmailParagraph>
      <EmailButton href={`${origin}${stepAddress(organisation.code, 'access')}`}>{lapsed.button}</EmailButton>
      <EmailParagraph>{lapsed.next(support.phone, support.email)}</EmailParagraph>
      <EmailParagraph>{notYou}</EmailParagraph>
    </>
  ),
});
