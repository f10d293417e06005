import { wordsIn } from '../../kernel/words.ts';
import { Button, CodeInput, EmailInput, Form, type FormState, fieldOf, useVisit } from '../../ui/index.ts';
import { codeWords } from './code.words.ts';

/** Asks for an address and the code that was sent to it. */
export function CodeEntry({ form, action }: { form: FormState; action: string }) {
  const words = wordsIn(codeWords, useVisit().language);
  return (
    <Form action={action}>
      <EmailInput {...fieldOf(form, 'email')} label={words.email} autoComplete="email" />
      <CodeInput {...fieldOf(form, 'code')} label={words.code} hint={words.codeHint} />
      <Button>{words.continue}</Button>
    </Form>
  );
}
