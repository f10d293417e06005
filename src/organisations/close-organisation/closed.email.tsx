import { type Language, wordsIn } from '../../kernel/words.ts';
import { EmailButton, EmailHeading, type EmailMessage, EmailParagraph } from '../../ui/index.ts';
import { usersAddress } from '../addresses.ts';
import type { Organisation } from '../places/organisation.ts';
import { closeOrganisationWords } from './close-organisation.words.ts';

interface Closed {
  organisation: Organisation;
  practice: Organisation;
  closedOn: string;
  readOnlyUntil: string;
  support: { phone: string; email: string };
}

const wordsOf = (language: Language) => wordsIn(closeOrganisationWords, language);

const letter = (subject: string, title: string, lines: readonly string[], button?: Button): EmailMessage => ({
  subject,
  body: (
    <>
      <EmailHeading>{title}</EmailHeading>
      {lines.map((line) => (
        <EmailParagraph key={line}>{line}</EmailParagraph>
      ))}
      {button ? <EmailButton href={button.href}>{button.label}</EmailButton> : null}
    </>
  ),
});

interface Button {
  href: string;
  label: string;
}

export function practiceClosedEmail(
  { practice, closedOn, readOnlyUntil, support }: Closed,
  language: Language,
) {
  const { closed } = wordsOf(language);
  return letter(closed.subject(practice.name), closed.title, [
    closed.what(practice.name, closedOn),
    closed.until(readOnlyUntil),
    closed.afterwards,
    closed.successor,
    closed.wrong(support.phone, support.email),
  ]);
}

export function branchClosedEmail(
  {
    organisation,
    practice,
    closedOn,
    readOnlyUntil,
    count,
    origin,
  }: Closed & { count: number; origin: string },
  language: Language,
) {
  const { branchClosed } = wordsOf(language);
  return letter(
    branchClosed.subject(organisation.name),
    branchClosed.title,
    [
      branchClosed.what(organisation.name, practice.name, closedOn),
      branchClosed.limited(count),
      branchClosed.until(readOnlyUntil),
    ],
    { href: `${origin}${usersAddress(practice.code)}`, label: branchClosed.button },
  );
}

export function ownBranchClosedEmail(
  { organisation, closedOn, readOnlyUntil, practice }: Closed,
  language: Language,
) {
  const { ownBranch } = wordsOf(language);
  return letter(ownBranch.subject(organisation.name), ownBranch.title, [
    ownBranch.what(organisation.name, closedOn),
    ownBranch.until(readOnlyUntil),
    ownBranch.ask(practice.name),
  ]);
}

export function openAgainEmail({ name }: Organisation, language: Language): EmailMessage {
  const { openAgain } = wordsOf(language);
  return letter(openAgain.subject(name), openAgain.title, [openAgain.what(name), openAgain.check]);
}

interface BranchMoved {
  branch: Organisation;
  practice: Organisation;
  newPractice: Organisation;
  origin: string;
}

/** To those whose branch it was. */
export function branchGoneEmail(
  { branch, newPractice, practice, names, origin }: BranchMoved & { names: readonly string[] },
  language: Language,
) {
  const { branchGone } = wordsOf(language);
  return letter(
    branchGone.subject(branch.name),
    branchGone.title,
    [
      branchGone.what(branch.name, newPractice.name),
      branchGone.ended(names.join(', ')),
      branchGone.next(practice.name),
    ],
    { href: `${origin}${usersAddress(practice.code)}`, label: branchGone.button },
  );
}

/** To those whose branch it is now; who worked there is another practice’s to say. */
export function branchCameEmail({ branch, newPractice, origin }: BranchMoved, language: Language) {
  const { branchCame } = wordsOf(language);
  return letter(
    branchCame.subject(branch.name),
    branchCame.title,
    [branchCame.what(branch.name, newPractice.name), branchCame.nobody, branchCame.next],
    { href: `${origin}${usersAddress(newPractice.code)}`, label: branchCame.button },
  );
}
