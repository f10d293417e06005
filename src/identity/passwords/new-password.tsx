import { type FormState, fieldOf, Paragraph, PasswordChecklist, PasswordInput } from '../../ui/index.ts';
import { type PasswordRules, partsOf } from './password-rules.ts';
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
  const items = partsOf(rules).map(({ part, pattern }) => ({ text: words.rule(part, rules), pattern }));
  const { met, stillNeeded, allMet } = words;
  return (
    <>
      <Paragraph>{words.rulesTitle}</Paragraph>
      <PasswordChecklist of={name} items={items} words={{ met, stillNeeded, allMet }} />
      <Paragraph>{words.notGuessable}</Paragraph>
      <input type="text" autoComplete="username" defaultValue={username} readOnly hidden />
      <PasswordInput
        name={name}
        error={error}
        label={label}
        hint={words.advice(rules)}
        autoComplete="new-password"
        describedBy={`${name}-rules`}
      />
    </>
  );
}
