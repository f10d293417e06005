import { wordsIn } from '../kernel/words.ts';
import { type FormState, fieldOf, TextInput, useVisit } from '../ui/index.ts';
import { usernameWords } from './username.words.ts';

export function UsernameInput({ form }: { form: FormState }) {
  const words = wordsIn(usernameWords, useVisit().language);
  return (
    <TextInput
      {...fieldOf(form, 'username')}
      label={words.label}
      hint={words.hint}
      autoComplete="username"
      autoCapitalize="none"
      spellCheck={false}
      width={20}
    />
  );
}
