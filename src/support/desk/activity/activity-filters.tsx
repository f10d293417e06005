import { Button, Form, type FormState, fieldOf, Paragraph, Select, TextInput } from '../../../ui/index.ts';
import { activityAddress } from '../addresses.ts';
import type { AllActivityWords } from './activity.page.tsx';

/** A search changes nothing, so it is a GET that can be kept and passed on. */
export function ActivityFilters({ form, words }: { form: FormState; words: AllActivityWords }) {
  const { filters, search, clear } = words.activity;
  const typed = { spellCheck: false, autoComplete: 'off', autoCapitalize: 'none' } as const;
  return (
    <Form action={activityAddress} method="get">
      <Select {...fieldOf(form, 'action')} label={filters.action} options={choices(words)} />
      <TextInput
        {...fieldOf(form, 'person')}
        {...typed}
        label={filters.person}
        hint={filters.personHint}
        width={30}
      />
      <TextInput {...fieldOf(form, 'organisation')} {...typed} label={filters.organisation} width={10} code />
      <TextInput
        {...fieldOf(form, 'from')}
        {...typed}
        label={filters.from}
        hint={filters.dayHint}
        width={10}
      />
      <TextInput {...fieldOf(form, 'to')} {...typed} label={filters.to} hint={filters.dayHint} width={10} />
      <Button>{search}</Button>
      <Paragraph>
        <a href={activityAddress}>{clear}</a>
      </Paragraph>
    </Form>
  );
}

const choices = ({ activity, events }: AllActivityWords) => [
  { value: '', label: activity.filters.anything },
  ...Object.entries(events.actions)
    .map(([value, label]) => ({ value, label }))
    .sort((one, other) => one.label.localeCompare(other.label)),
];
