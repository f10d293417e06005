import { catalogue } from '../../kernel/words.ts';
import type { Guessable } from './guessable-password.ts';
import {
  longestPassword,
  type MissingKind,
  type MissingPart,
  type PasswordProblem,
  type PasswordRules,
} from './password-rules.ts';

const kinds: Record<MissingKind, string> = {
  'no-upper-case': 'an upper case letter',
  'no-lower-case': 'a lower case letter',
  'no-digit': 'a number',
  'no-symbol': 'a symbol, like ! or %',
};

const reasons: Record<Guessable, string> = {
  common: 'Password must not be one that many people use, because it is quickly guessed',
  repeats: 'Password repeats itself or runs in a row, so it is quickly guessed',
  'made-of-own-name': 'Password must not be mostly your own name',
  'made-of-email': 'Password must not be mostly your email address',
  'made-of-username': 'Password must not be mostly your username',
  'made-of-practice': 'Password must not be mostly the name or code of your organisation',
  'made-of-service': 'Password must not be mostly the name of this service',
};

const isKind = (problem: PasswordProblem): problem is MissingKind => Object.hasOwn(kinds, problem);
const isReason = (problem: PasswordProblem): problem is Guessable => Object.hasOwn(reasons, problem);

const listed = (parts: string[]) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

/** One sentence of what is missing, then why the rest is refused. */
function everyProblem(problems: PasswordProblem[], rules: PasswordRules): string {
  if (problems.includes('empty')) return 'Enter a password';
  const must = [
    ...(problems.includes('too-short') ? [`be ${rules.minimumLength} characters or more`] : []),
    ...(problems.includes('too-long') ? [`be ${longestPassword} characters or fewer`] : []),
  ];
  const lacking = problems.filter(isKind).map((kind) => kinds[kind]);
  const needed = [...must, ...(lacking.length > 0 ? [`include ${listed(lacking)}`] : [])];
  const missing = needed.length > 0 ? [`Password must ${needed.join(', and ')}`] : [];
  return [...missing, ...problems.filter(isReason).map((reason) => reasons[reason])].join('. ');
}

export const passwordWords = catalogue({
  en: {
    create: 'Create a password',
    rulesTitle: 'Your password must have:',
    rule: (part: MissingPart, rules: PasswordRules) =>
      part === 'too-short' ? `at least ${rules.minimumLength} characters` : kinds[part],
    notGuessable:
      'Do not use a common password, or mostly your name, your email address or the name of this service.',
    met: 'done',
    stillNeeded: 'Your password still needs: %{rules}',
    allMet: 'Your password has everything it must have',
    advice: ({ needsDigit, needsSymbol }: PasswordRules) => {
      const between = listed([...(needsDigit ? ['a number'] : []), ...(needsSymbol ? ['a symbol'] : [])]);
      return `Three random words${between && ` with ${between} between them`} make a password that is strong and easy to remember.`;
    },
    problems: everyProblem,
  },
});
