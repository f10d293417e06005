import { type FormState, fieldOf, List, Paragraph, PasswordInput } from '../../ui/index.ts';
import type { PasswordRules } from './password-rules.ts';
import type { passwordWords } from './passwords.words.ts';

interface NewPasswordProps {
  /** What the person logs in with, so that a password manager keeps the two together. */
  username: string;
  form: FormState;
  label: string;
  rules: PasswordRules;
  words: (typeof passwordWords)['en'];
}

/** A password being chosen, with what it must have said before anything is typed. */
export function NewPassword({ username, form, label, rules, words }: NewPasswordProps) {
  const { name, error } = fieldOf(form, 'password');
  return (
    <>
      <Paragraph>{words.rulesTitle}</Paragraph>
      <List items={words.rules(rules)} />
      <input type="text" autoComplete="username" defaultValue={username} readOnly hidden />
      <PasswordInput
        name={name}
        error={error}
        label={label}
        hint={words.advice}
        autoComplete="new-password"
      />
    </>
  );
}
