import {
  Button,
  EmailInput,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  List,
  type Page,
  Panel,
  Paragraph,
  TextInput,
} from '../../ui/index.ts';
import { stepAddress } from '../addresses.ts';
import type { Organisation } from '../organisation.ts';
import type { AskForAccessWords } from './ask-for-access.words.ts';

export const askForAccessPage = (
  practice: Organisation,
  form: FormState,
  words: AskForAccessWords,
): Page => ({
  title: words.title,
  hasErrors: form.errors.length > 0,
  back: { href: stepAddress(practice.code) },
  body: (
    <>
      <ErrorSummary errors={form.errors} />
      <Heading caption={words.caption(practice.name)}>{words.title}</Heading>
      <Paragraph>{words.lead}</Paragraph>
      <Form action={stepAddress(practice.code, 'access')}>
        <TextInput
          {...fieldOf(form, 'fullName')}
          label={words.fullName}
          autoComplete="name"
          width={30}
          spellCheck={false}
        />
        <EmailInput
          {...fieldOf(form, 'email')}
          label={words.email}
          hint={words.emailHint}
          autoComplete="email"
        />
        <Button>{words.send}</Button>
      </Form>
    </>
  ),
});

export const accessAskedPage = (practice: Organisation, { sent }: AskForAccessWords): Page => ({
  title: sent.title,
  body: (
    <>
      <Panel title={sent.title}>{sent.text(practice.name)}</Panel>
      <Heading level={2}>{sent.next}</Heading>
      <List items={sent.steps} kind="number" />
      <Paragraph>{sent.slow}</Paragraph>
      <Paragraph>
        <a href="/contact">{sent.contact}</a>
      </Paragraph>
    </>
  ),
});
