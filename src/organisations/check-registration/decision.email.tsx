import { EmailButton, EmailHeading, type EmailMessage, EmailParagraph } from '../../ui/index.ts';
import type { CheckRegistrationWords } from './check-registration.words.ts';

interface Support {
  email: string;
  phone: string;
}

export const approvedEmail = (
  facts: { practice: string; hasAccount: boolean; origin: string },
  { emails: { approved } }: CheckRegistrationWords,
): EmailMessage => ({
  subject: approved.subject(facts.practice),
  body: (
    <>
      <EmailHeading>{approved.title}</EmailHeading>
      <EmailParagraph>{approved.text(facts.practice)}</EmailParagraph>
      {facts.hasAccount ? (
        <>
          <EmailParagraph>{approved.hasAccount}</EmailParagraph>
          <EmailButton href={`${facts.origin}/log-in`}>{approved.button}</EmailButton>
        </>
      ) : (
        <EmailParagraph>{approved.setUp}</EmailParagraph>
      )}
      <EmailParagraph>{approved.mainContact}</EmailParagraph>
    </>
  ),
});

export const practiceRegisteredEmail = (
  facts: { practice: string; fullName: string; support: Support },
  { emails: { registered } }: CheckRegistrationWords,
): EmailMessage => ({
  subject: registered.subject(facts.practice),
  body: (
    <>
      <EmailHeading>{registered.title}</EmailHeading>
      <EmailParagraph>{registered.text(facts.practice, facts.fullName)}</EmailParagraph>
      <EmailParagraph>{registered.why}</EmailParagraph>
      <EmailParagraph>{registered.wrong(facts.support.email, facts.support.phone)}</EmailParagraph>
    </>
  ),
});

export const refusedEmail = (
  facts: { practice: string; reason: string; reference: string; support: Support },
  { emails: { refused } }: CheckRegistrationWords,
): EmailMessage => ({
  subject: refused.subject(facts.practice),
  body: (
    <>
      <EmailHeading>{refused.title}</EmailHeading>
      <EmailParagraph>{refused.text(facts.practice, facts.reference)}</EmailParagraph>
      <EmailParagraph>{refused.because}</EmailParagraph>
      <EmailParagraph>{facts.reason}</EmailParagraph>
      <EmailParagraph>{refused.next(facts.support.email, facts.support.phone)}</EmailParagraph>
    </>
  ),
});
