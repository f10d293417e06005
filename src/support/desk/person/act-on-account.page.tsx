import {
  Button,
  ButtonGroup,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  InsetText,
  type Page,
  Paragraph,
  Radios,
  TextArea,
} from '../../../ui/index.ts';
import { personAddress } from '../addresses.ts';
import type { DeskWords } from '../desk.words.ts';
import type { Person } from '../people/read-person.ts';
import { longestReason } from '../reason-field.ts';
import type { AccountAction } from './account-actions.ts';
import { causes } from './act-on-account.form.ts';
import type { ActOnAccountWords } from './act-on-account.words.ts';

interface Props {
  action: AccountAction;
  person: Pick<Person, 'id' | 'name' | 'email'>;
  form: FormState;
}

/** Says what will happen to whom, and asks why. */
export function actOnAccountPage(
  { action, person, form }: Props,
  words: ActOnAccountWords,
  desk: DeskWords,
): Page {
  const { title, what, button } = words[action];
  return {
    title: title(person.name),
    hasErrors: form.errors.length > 0,
    back: { href: personAddress(person.id), label: person.name },
    body: (
      <>
        <ErrorSummary errors={form.errors} />
        <Heading caption={person.email}>{title(person.name)}</Heading>
        {what.map((sentence) => (
          <Paragraph key={sentence}>{sentence}</Paragraph>
        ))}
        <InsetText>
          <p>{words.check}</p>
        </InsetText>
        <Form action={personAddress(person.id, action)}>
          <TextArea
            {...fieldOf(form, 'reason')}
            label={desk.reason.label}
            hint={desk.reason.hint}
            maximum={longestReason}
            rows={4}
          />
          {action === 'deactivate' ? (
            <Radios
              name="cause"
              value={form.values.cause ?? 'support'}
              label={words.cause.label}
              options={causes.map((value) => ({ value, ...words.cause[value] }))}
            />
          ) : null}
          <ButtonGroup>
            <Button variant={action === 'deactivate' ? 'warning' : 'primary'}>{button}</Button>
            <a href={personAddress(person.id)}>{desk.cancel}</a>
          </ButtonGroup>
        </Form>
      </>
    ),
  };
}
