import { Button, Form, type FormState, fieldOf, TextInput } from '../../../ui/index.ts';
import { peopleAddress } from '../addresses.ts';
import type { PeopleWords } from './people.words.ts';

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
