import { catalogue } from '../../kernel/words.ts';
import { longestPassword, type PasswordProblem, type PasswordRules } from './password-rules.ts';

const kinds = (rules: PasswordRules): string[] => [
  ...(rules.needsUpperCase ? ['an upper case letter'] : []),
  ...(rules.needsLowerCase ? ['a lower case letter'] : []),
  ...(rules.needsDigit ? ['a number'] : []),
  ...(rules.needsSymbol ? ['a symbol, like ! or %'] : []),
];

export const passwordWords = catalogue({
  en: {
    create: 'Create a password',
    rules: (rules: PasswordRules) => [
      `at least ${rules.minimumLength} characters`,
      ...kinds(rules).map((kind) => `at least one of: ${kind}`),
    ],
    rulesTitle: 'Your password must have:',
    advice: 'Three random words make a password that is strong and easy to remember.',
    problem: (problem: PasswordProblem, rules: PasswordRules): string =>
      ({
        empty: 'Enter a password',
        'too-short': `Password must be ${rules.minimumLength} characters or more`,
        'too-long': `Password must be ${longestPassword} characters or fewer`,
        'no-upper-case': 'Password must include an upper case letter',
        'no-lower-case': 'Password must include a lower case letter',
        'no-digit': 'Password must include a number',
        'no-symbol': 'Password must include a symbol, like ! or %',
      })[problem],
  },
});
