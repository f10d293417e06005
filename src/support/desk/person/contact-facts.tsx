import { isNoMobile, readPhoneNumber } from '../../../kernel/phone-number.ts';
import { List, type SummaryRow } from '../../../ui/index.ts';
import type { PersonWords } from '../people/person.words.ts';
import type { AllPersonWords } from '../people/person-props.ts';
import type { Person } from '../people/read-person.ts';

/** How to reach somebody, and what to mind when doing so; nothing for what they did not say. */
export function contactRows(person: Person, { person: words }: AllPersonWords): SummaryRow[] {
  const address = person.postcode ? [...person.addressLines, person.postcode] : [];
  return [
    ...(person.phone ? [{ key: words.phone, value: sayPhone(person.phone, words) }] : []),
    ...(address.length > 0 ? [{ key: words.address, value: address.join(', ') }] : []),
    ...(person.contactNeeds.length > 0
      ? [{ key: words.contact, value: <List items={needsOf(person, words)} /> }]
      : []),
  ];
}

/** Nobody at the desk calls what only says that there is no mobile. */
function sayPhone(typed: string, words: PersonWords): string {
  const number = readPhoneNumber(typed);
  return number && isNoMobile(number) ? words.noMobile(typed) : typed;
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
