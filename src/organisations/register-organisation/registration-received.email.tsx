import { EmailHeading, type EmailMessage, EmailParagraph } from '../../ui/index.ts';
import type { Organisation } from '../places/organisation.ts';
import type { RegisterOrganisationWords } from './register-organisation.words.ts';

/** Names no person: whoever typed this address may not be its owner. */
export const registrationReceivedEmail = (
  facts: { practice: Organisation; reference: string; support: { email: string; phone: string } },
  { received }: RegisterOrganisationWords,
): EmailMessage => ({
  subject: received.subject(facts.reference),
  body: (
    <>
      <EmailHeading>{received.title}</EmailHeading>
      <EmailParagraph>{received.practice(facts.practice.name, facts.practice.code)}</EmailParagraph>
      <EmailParagraph>{received.reference(facts.reference)}</EmailParagraph>
      <EmailParagraph>{received.next}</EmailParagraph>
      <EmailParagraph>{received.notYou(facts.support.email, facts.support.phone)}</EmailParagraph>
    </>
  ),
});
