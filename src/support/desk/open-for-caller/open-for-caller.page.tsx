import type { TicketSubject } from '../../../platform/settings/support-settings.ts';
import {
  Button,
  EmailInput,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  InsetText,
  List,
  type Page,
  Radios,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { deskTicketsAddress, newDeskTicketAddress } from '../../addresses.ts';
import type { OpenForCallerWords } from './open-for-caller.words.ts';

const longestBody = 10_000;

/** What the agent says, and what the caller says. */
export const openForCallerPage = (
  form: FormState,
  subjects: readonly TicketSubject[],
  words: OpenForCallerWords,
): Page => ({
  title: words.title,
  hasErrors: form.errors.length > 0,
  back: { href: deskTicketsAddress, label: words.back },
  body: (
    <>
      <ErrorSummary errors={form.errors} />
      <Heading>{words.title}</Heading>
      <InsetText>
        <Heading level={2} size="s">
          {words.script.heading}
        </Heading>
        <List items={words.script.steps} kind="number" />
      </InsetText>
      <Form action={newDeskTicketAddress}>
        <TextInput {...fieldOf(form, 'name')} label={words.name} autoComplete="off" spellCheck={false} />
        <EmailInput
          {...fieldOf(form, 'email')}
          label={words.email}
          hint={words.emailHint}
          autoComplete="off"
        />
        <TextInput {...fieldOf(form, 'phone')} label={words.phone} width={20} autoComplete="off" />
        <Radios
          {...fieldOf(form, 'subject')}
          label={words.subject}
          options={subjects.map(({ key, name }) => ({ value: key, label: name }))}
          small
        />
        <TextInput {...fieldOf(form, 'title')} label={words.titleOf} autoComplete="off" />
        <TextArea
          {...fieldOf(form, 'body')}
          label={words.body}
          hint={words.bodyHint}
          rows={8}
          maximum={longestBody}
        />
        <Button>{words.button}</Button>
      </Form>
    </>
  ),
});
