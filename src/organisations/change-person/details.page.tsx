import {
  Button,
  DateInput,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  type Page,
  Paragraph,
  PhoneInput,
  Radios,
  TextInput,
} from '../../ui/index.ts';
import { userAddress } from '../addresses.ts';
import type { PersonHere } from '../members/person-here.ts';
import type { Branch } from './change-person.store.ts';
import type { ChangePersonWords } from './change-person.words.ts';

interface DetailsPageProps {
  person: PersonHere;
  /** Where the actor may let them have access; undefined for the whole practice. */
  places: readonly (Branch | undefined)[];
  /** Their access has begun. */
  hasBegun: boolean;
  form: FormState;
}

export function detailsPage(props: DetailsPageProps, words: ChangePersonWords): Page {
  const { person, places, hasBegun, form } = props;
  const { here, member } = person;
  const code = here.organisation.code;
  const { details } = words;
  return {
    title: details.title,
    hasErrors: form.errors.length > 0,
    back: { href: userAddress(code, member.id) },
    body: (
      <>
        <ErrorSummary errors={form.errors} />
        <Heading caption={member.fullName}>{details.title}</Heading>
        <Form action={userAddress(code, member.id, 'details')}>
          <input type="hidden" name="basis" value={form.values.basis ?? ''} />
          <TextInput {...fieldOf(form, 'jobTitle')} label={details.jobTitle} width={20} />
          <PhoneInput {...fieldOf(form, 'phone')} label={details.phone} />
          {places.length > 1 ? (
            <Radios
              {...fieldOf(form, 'branch')}
              label={details.branch}
              options={optionsOf(person, places, words)}
            />
          ) : (
            <input type="hidden" name="branch" value={member.branchId ?? ''} />
          )}
          {hasBegun ? null : (
            <DateInput form={form} name="startsOn" label={details.startsOn} hint={details.startsOnHint} />
          )}
          <DateInput form={form} name="endsOn" label={details.endsOn} hint={details.endsOnHint} />
          <Paragraph>{details.told}</Paragraph>
          <Button>{details.save}</Button>
        </Form>
        <Paragraph>
          <a href={userAddress(code, member.id)}>{words.cancel}</a>
        </Paragraph>
      </>
    ),
  };
}

const optionsOf = (
  { here }: PersonHere,
  places: DetailsPageProps['places'],
  { details }: ChangePersonWords,
) =>
  places.map((branch) =>
    branch
      ? { value: branch.id, label: details.only(branch.name, branch.code) }
      : { value: '', label: details.whole(here.practice.name) },
  );
