import {
  Button,
  CodeInput,
  EmailInput,
  ErrorSummary,
  Form,
  type FormState,
  fieldOf,
  Heading,
  type Page,
  Paragraph,
} from '../../ui/index.ts';
import type { AskWords } from './ask.words.ts';

export interface CodePageProps {
  title: string;
  lead: string;
  emailLabel: string;
  action: string;
  form: FormState;
}

/** For who cannot follow the link: the address and the code that was sent there. */
export const codePage = (
  { title, lead, emailLabel, action, form }: CodePageProps,
  words: AskWords,
): Page => ({
  title,
  hasErrors: form.errors.length > 0,
  body: (
    <>
      <ErrorSummary errors={form.errors} />
      <Heading>{title}</Heading>
      <Paragraph>{lead}</Paragraph>
      <Form action={action}>
        <EmailInput {...fieldOf(form, 'email')} label={emailLabel} autoComplete="email" />
        <CodeInput {...fieldOf(form, 'code')} label={words.sent.code} hint={words.sent.codeHint} />
        <Button>{words.subjects.continue}</Button>
      </Form>
    </>
  ),
});
