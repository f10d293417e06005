import { EmailButton, EmailHeading, EmailList, type EmailMessage, EmailParagraph } from '../../ui/index.ts';
import type { AskForAccessWords } from './ask-for-access.words.ts';

interface Asker {
  practice: string;
  fullName: string;
  email: string;
}

export const accessAskedEmail = (
  facts: Asker & { note: string; isProven: boolean; link: string },
  { asked }: AskForAccessWords,
): EmailMessage => ({
  subject: asked.subject(facts.practice),
  body: (
    <>
      <EmailHeading>{asked.title}</EmailHeading>
      <EmailParagraph>{asked.who(facts.practice)}</EmailParagraph>
      <EmailList
        items={[
          asked.name(facts.fullName),
          asked.email(facts.email),
          ...(facts.note ? [asked.note(facts.note)] : []),
        ]}
      />
      <EmailParagraph>{facts.isProven ? asked.proven : asked.unproven}</EmailParagraph>
      <EmailButton href={facts.link}>{asked.decide}</EmailButton>
      <EmailParagraph>{asked.ignore}</EmailParagraph>
    </>
  ),
});

/** For support, where nobody of the practice can decide. */
export const nobodyDecidesEmail = (facts: Asker, { asked, nobody }: AskForAccessWords): EmailMessage => ({
  subject: nobody.subject(facts.practice),
  body: (
    <>
      <EmailHeading>{nobody.title}</EmailHeading>
      <EmailParagraph>{asked.who(facts.practice)}</EmailParagraph>
      <EmailList items={[asked.name(facts.fullName), asked.email(facts.email)]} />
      <EmailParagraph>{nobody.why}</EmailParagraph>
      <EmailParagraph>{nobody.what}</EmailParagraph>
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
