import {
  Button,
  EmptyState,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  type Page,
  Paragraph,
  Table,
  TextInput,
} from '../../../ui/index.ts';
import { peopleAddress, personAddress } from '../addresses.ts';
import type { FoundPerson } from './find-people.store.ts';
import { type FindPeopleOutcome, mostShown } from './find-people.ts';
import type { PeopleWords } from './people.words.ts';
import { StateTag } from './state-tag.tsx';

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

/** A search changes nothing, so it is a GET: staff go back to it after looking at somebody. */
export const FindPeople = ({ form, words }: { form: FormState; words: PeopleWords }) => (
  <Form action={peopleAddress} method="get">
    <TextInput
      {...fieldOf(form, 'find')}
      label={words.label}
      hint={words.hint}
      type="search"
      width={30}
      spellCheck={false}
      autoComplete="off"
      autoCapitalize="none"
    />
    <Button>{words.find}</Button>
  </Form>
);

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
