import { type Language, wordsIn } from '../../kernel/words.ts';
import { EmailButton, EmailHeading, EmailList, type EmailMessage, EmailParagraph } from '../../ui/index.ts';
import { organisationAddress, usersAddress } from '../addresses.ts';
import type { Organisation } from '../places/organisation.ts';
import { helpOrganisationWords } from './help-organisation.words.ts';

interface Move {
  from: Organisation;
  to: Organisation;
}

const wordsOf = (language: Language) => wordsIn(helpOrganisationWords, language).emails;

/** To those who look after the people of either. */
export function successorEmail(
  { from, to, isOld }: Move & { isOld: boolean },
  language: Language,
): EmailMessage {
  const { successor } = wordsOf(language);
  return {
    subject: successor.subject(from.name),
    body: (
      <>
        <EmailHeading>{successor.title}</EmailHeading>
        <EmailParagraph>{successor.what(from.name, to.name)}</EmailParagraph>
        <EmailParagraph>{isOld ? successor.old : successor.fresh(to.name)}</EmailParagraph>
      </>
    ),
  };
}

export function youMovedEmail(
  { name, from, to, roles, origin }: Move & { name: string; roles: readonly string[]; origin: string },
  language: Language,
): EmailMessage {
  const { you } = wordsOf(language);
  return {
    subject: you.subject(to.name),
    body: (
      <>
        <EmailHeading>{you.title}</EmailHeading>
        <EmailParagraph>{you.dear(name)}</EmailParagraph>
        <EmailParagraph>{you.what(from.name, to.name)}</EmailParagraph>
        {roles.length > 0 ? (
          <>
            <EmailParagraph>{you.roles}</EmailParagraph>
            <EmailList items={roles} />
          </>
        ) : (
          <EmailParagraph>{you.noRoles}</EmailParagraph>
        )}
        <EmailParagraph>{you.questions(to.name)}</EmailParagraph>
        <EmailButton href={`${origin}${organisationAddress(to.code)}`}>{you.button}</EmailButton>
      </>
    ),
  };
}

interface PeopleMoved extends Move {
  people: readonly { name: string; roles: readonly string[] }[];
  origin: string;
}

export function peopleMovedEmail(
  { from, to, people, origin }: PeopleMoved,
  language: Language,
): EmailMessage {
  const { people: words } = wordsOf(language);
  return {
    subject: words.subject(from.name, to.name),
    body: (
      <>
        <EmailHeading>{words.title}</EmailHeading>
        <EmailParagraph>{words.what(from.name, to.name)}</EmailParagraph>
        <EmailList items={people.map(({ name, roles }) => words.person(name, roles.join(', ')))} />
        <EmailParagraph>{words.check(to.name)}</EmailParagraph>
        <EmailButton href={`${origin}${usersAddress(to.code)}`}>{words.button}</EmailButton>
      </>
    ),
  };
}
