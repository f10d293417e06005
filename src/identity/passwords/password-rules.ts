import type { Settings } from '../../platform/settings/settings.ts';

export type PasswordRules = Settings['password'];

/** What a password still lacks; the page has words for each. */
export type PasswordProblem =
  | 'empty'
  | 'too-short'
  | 'too-long'
  | 'no-upper-case'
  | 'no-lower-case'
  | 'no-digit'
  | 'no-symbol';

/** Bounds the work of hashing; longer is refused with words, never cut. */
export const longestPassword = 256;

export function problemWithPassword(password: string, rules: PasswordRules): PasswordProblem | undefined {
  const length = [...password.normalize('NFKC')].length;
  if (length === 0) return 'empty';
  if (length < rules.minimumLength) return 'too-short';
  if (length > longestPassword) return 'too-long';
  if (rules.needsUpperCase && !/\p{Lu}/u.test(password)) return 'no-upper-case';
  if (rules.needsLowerCase && !/\p{Ll}/u.test(password)) return 'no-lower-case';
  if (rules.needsDigit && !/\p{Nd}/u.test(password)) return 'no-digit';
  if (rules.needsSymbol && !/[^\p{L}\p{N}\s]/u.test(password)) return 'no-symbol';
  return undefined;
}
