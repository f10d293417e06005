import {
  EmptyState,
  ErrorSummary,
  type FormState,
  Heading,
  type Page,
  Paragraph,
  Table,
} from '../../../ui/index.ts';
import { personAddress } from '../addresses.ts';
import type { FoundPerson } from '../people/find-people.store.ts';
import { type FindPeopleOutcome, mostShown } from '../people/find-people.ts';
import { FindPeople } from '../people/find-people-form.tsx';
import type { PeopleWords } from '../people/people.words.ts';
import { StateTag } from '../people/state-tag.tsx';

export const findPeoplePage = (
  form: FormState,
  result: FindPeopleOutcome | undefined,
  words: PeopleWords,
): Page => ({
  title: words.title,
  width: 'full',
  hasErrors: form.errors.length > 0,
  body: (
    <>
      <ErrorSummary errors={form.errors} />
      <Heading>{words.title}</Heading>
      <FindPeople form={form} words={words} />
      {result?.outcome === 'found' ? <Found {...result} words={words} /> : null}
      {result?.outcome === 'nobody' ? <Nobody words={words} /> : null}
    </>
  ),
});

interface FoundProps {
  people: FoundPerson[];
  more: boolean;
  nearly: boolean;
  words: PeopleWords;
}

const Found = ({ people, more, nearly, words }: FoundProps) => (
  <>
    {nearly ? <Paragraph>{words.nearly}</Paragraph> : null}
    {more ? <Paragraph>{words.more(mostShown)}</Paragraph> : null}
    <Table
      caption={words.caption(people.length)}
      columns={[
        { heading: words.columns.name },
        { heading: words.columns.email },
        { heading: words.columns.organisations },
        { heading: words.columns.state },
      ]}
      rows={people.map((person) => [
        <a key="name" href={personAddress(person.id)}>
          {person.name}
        </a>,
        person.email,
        belongsTo(person, words),
        <StateTag key="state" state={person.state} words={words} />,
      ])}
    />
  </>
);

const belongsTo = ({ organisations, isStaff }: FoundPerson, words: PeopleWords): string =>
  [...(isStaff ? [words.supportStaff] : []), ...(organisations ? [organisations] : [])].join(', ') ||
  words.noOrganisation;

const Nobody = ({ words }: { words: PeopleWords }) => (
  <EmptyState heading={words.nobody.heading}>
    <p>{words.nobody.text}</p>
  </EmptyState>
);
