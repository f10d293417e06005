import {
  Button,
  DateInput,
  fieldOf,
  type Page,
  Paragraph,
  PhoneInput,
  Radios,
  TextInput,
} from '../../ui/index.ts';
import type { PersonHere } from '../members/person-here.ts';
import { type PersonStepProps, personStepPage } from '../members/person-step.page.tsx';
import type { Branch } from './change-person.store.ts';
import type { ChangePersonWords } from './change-person.words.ts';

interface DetailsPageProps extends PersonStepProps {
  /** Where the actor may let them have access; undefined for the whole practice. */
  places: readonly (Branch | undefined)[];
  /** Their access has begun. */
  hasBegun: boolean;
}

export function detailsPage(
  { places, hasBegun, ...props }: DetailsPageProps,
  words: ChangePersonWords,
): Page {
  const { form, person } = props;
  const { details, cancel } = words;
  const inside = (
    <>
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
        <input type="hidden" name="branch" value={person.member.branchId ?? ''} />
      )}
      {hasBegun ? null : (
        <DateInput form={form} name="startsOn" label={details.startsOn} hint={details.startsOnHint} />
      )}
      <DateInput form={form} name="endsOn" label={details.endsOn} hint={details.endsOnHint} />
      <Paragraph>{details.told}</Paragraph>
      <Button>{details.save}</Button>
    </>
  );
  const { title } = details;
  const caption = person.member.fullName;
  return personStepPage({ ...props, step: 'details', title, caption, inside, cancel });
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
