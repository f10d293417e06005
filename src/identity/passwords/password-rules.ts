import type { Settings } from '../../platform/settings/settings.ts';
import { type Guessable, guessable } from './guessable-password.ts';
import type { PasswordContext } from './password-context.ts';

export type PasswordRules = Settings['password'];

/** What a password can be seen to lack while it is typed. */
export type MissingPart = 'too-short' | MissingKind;
export type MissingKind = 'no-upper-case' | 'no-lower-case' | 'no-digit' | 'no-symbol';

/** What is wrong with a password; the page has words for each. */
export type PasswordProblem = 'empty' | 'too-long' | MissingPart | Guessable;

/** Bounds the work of hashing; longer is refused with words, never cut. */
export const longestPassword = 256;

/** Everything at once, so that nobody mends one thing to be told of the next. */
export function problemsWithPassword(
  password: string,
  rules: PasswordRules,
  owner: PasswordContext,
): PasswordProblem[] {
  const typed = password.normalize('NFKC');
  const length = [...typed].length;
  if (length === 0) return ['empty'];
  if (length > longestPassword) return ['too-long'];
  const missing = partsOf(rules).filter(({ pattern }) => !new RegExp(pattern, 'u').test(typed));
  const reason = guessable(typed, owner);
  return [...missing.map(({ part }) => part), ...(reason ? [reason] : [])];
}

/** What these rules ask for, each with the pattern that finds it, which the browser reads too. */
export function partsOf(rules: PasswordRules): { part: MissingPart; pattern: string }[] {
  return [
    { part: 'too-short', pattern: `^[^]{${rules.minimumLength},}$` },
    ...(rules.needsUpperCase ? [{ part: 'no-upper-case', pattern: '\\p{Lu}' } as const] : []),
    ...(rules.needsLowerCase ? [{ part: 'no-lower-case', pattern: '\\p{Ll}' } as const] : []),
    ...(rules.needsDigit ? [{ part: 'no-digit', pattern: '\\p{Nd}' } as const] : []),
    ...(rules.needsSymbol ? [{ part: 'no-symbol', pattern: '[^\\p{L}\\p{N}\\s]' } as const] : []),
  ];
}
