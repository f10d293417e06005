import { List, type SummaryRow } from '../../../ui/index.ts';
import type { AllPersonWords } from './person.page.tsx';
import type { PersonWords } from './person.words.ts';
import type { Person } from './read-person.ts';

/** How to reach somebody, and what to mind when doing so; nothing for what they did not say. */
export function contactRows(person: Person, { person: words }: AllPersonWords): SummaryRow[] {
  const address = person.postcode ? [...person.addressLines, person.postcode] : [];
  return [
    ...(person.phone ? [{ key: words.phone, value: person.phone }] : []),
    ...(address.length > 0 ? [{ key: words.address, value: address.join(', ') }] : []),
    ...(person.contactNeeds.length > 0
      ? [{ key: words.contact, value: <List items={needsOf(person, words)} /> }]
      : []),
  ];
}

const needsOf = ({ contactNeeds, interpreterLanguage }: Person, words: PersonWords): string[] =>
  contactNeeds.map((need) =>
    need === 'interpreter' && interpreterLanguage
      ? words.interpreter(interpreterLanguage)
      : (words.contactNeeds[need] ?? need),
  );

interface EmailFactsProps {
  person: Person;
  timeZone: string;
  words: AllPersonWords;
}

/** The address, and what is about to become of it. */
export const EmailFacts = ({ person, timeZone, words }: EmailFactsProps) => (
  <>
    <p>{person.email}</p>
    {person.pendingEmail ? <p>{words.person.pendingEmail(person.pendingEmail)}</p> : null}
    {person.stoppers.map(({ email, until }) => (
      <p key={email}>{words.person.stopper(email, words.desk.moment(new Date(until), timeZone))}</p>
    ))}
  </>
);
