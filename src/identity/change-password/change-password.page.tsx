import { Button, ErrorSummary, Form, type FormState, Heading, type Page, Paragraph } from '../../ui/index.ts';
import { accountDetailsAddress, changePasswordAddress } from '../addresses.ts';
import { NewPassword } from '../passwords/new-password.tsx';
import type { PasswordRules } from '../passwords/password-rules.ts';
import type { passwordWords } from '../passwords/passwords.words.ts';
import type { ChangePasswordWords } from './change-password.words.ts';

interface Props {
  form: FormState;
  email: string;
  rules: PasswordRules;
}

export const changePasswordPage = (
  { form, email, rules }: Props,
  words: ChangePasswordWords,
  passwords: (typeof passwordWords)['en'],
): Page => ({
  title: words.title,
  hasErrors: form.errors.length > 0,
  back: { href: accountDetailsAddress },
  body: (
    <>
      <ErrorSummary errors={form.errors} />
      <Heading>{words.title}</Heading>
      <Paragraph>{words.others}</Paragraph>
      <Form action={changePasswordAddress}>
        <NewPassword username={email} form={form} label={words.label} rules={rules} words={passwords} />
        <Button>{words.save}</Button>
      </Form>
    </>
  ),
});
