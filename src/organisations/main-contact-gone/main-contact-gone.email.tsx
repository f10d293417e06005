import { EmailButton, EmailHeading, type EmailMessage, EmailParagraph } from '../../ui/index.ts';
import { mainContactCodeAddress } from '../addresses.ts';
import type { MainContactGoneWords, RequestStep } from './main-contact-gone.words.ts';
import type { MainContactRequest } from './main-contact-request.ts';

interface Support {
  phone: string;
  email: string;
}

interface StepFacts {
  step: RequestStep;
  request: MainContactRequest;
  reason?: string | undefined;
  origin: string;
  support: Support;
}

/** Names nobody but the practice: whoever typed this address may not be its owner. */
export const requestStepEmail = (
  { step, request: { practice, reference }, reason, origin, support }: StepFacts,
  { emails }: MainContactGoneWords,
): EmailMessage => ({
  subject: emails.subject(practice.name),
  body: (
    <>
      <EmailHeading>{emails.subject(practice.name)}</EmailHeading>
      <EmailParagraph>{emails.steps[step](practice.name)}</EmailParagraph>
      {reason ? (
        <>
          <EmailParagraph>{emails.because}</EmailParagraph>
          <EmailParagraph>{reason}</EmailParagraph>
        </>
      ) : null}
      <EmailParagraph>{emails.reference(reference)}</EmailParagraph>
      {step === 'letter-made' ? (
        <EmailButton href={`${origin}${mainContactCodeAddress}`}>{emails.codeButton}</EmailButton>
      ) : null}
      <EmailParagraph>{emails.notYou(support.phone, support.email)}</EmailParagraph>
    </>
  ),
});

interface AskedFacts {
  name: string;
  request: MainContactRequest;
  href: string;
  support: Support;
}

export const requestAskedEmail = (
  { name, request, href, support }: AskedFacts,
  { emails }: MainContactGoneWords,
): EmailMessage => ({
  subject: emails.asked.subject(request.practice.name),
  body: (
    <>
      <EmailHeading>{emails.asked.subject(request.practice.name)}</EmailHeading>
      <EmailParagraph>{emails.dear(name)}</EmailParagraph>
      <EmailParagraph>{emails.asked.what(request.practice.name)}</EmailParagraph>
      <EmailParagraph>{emails.asked.who(request.fullName, request.email.typed)}</EmailParagraph>
      <EmailParagraph>{emails.asked.act}</EmailParagraph>
      <EmailButton href={href}>{emails.asked.button}</EmailButton>
      <EmailParagraph>{emails.questions(support.phone, support.email)}</EmailParagraph>
    </>
  ),
});

export const confirmMailboxEmail = (
  { request, href, support }: Omit<AskedFacts, 'name'>,
  { emails }: MainContactGoneWords,
): EmailMessage => ({
  subject: emails.mailbox.subject(request.practice.name),
  body: (
    <>
      <EmailHeading>{emails.mailbox.subject(request.practice.name)}</EmailHeading>
      <EmailParagraph>{emails.mailbox.what(request.fullName, request.practice.name)}</EmailParagraph>
      <EmailParagraph>{emails.mailbox.authoriser(request.authoriser.name)}</EmailParagraph>
      <EmailButton href={href}>{emails.mailbox.button}</EmailButton>
      <EmailParagraph>{emails.questions(support.phone, support.email)}</EmailParagraph>
    </>
  ),
});
