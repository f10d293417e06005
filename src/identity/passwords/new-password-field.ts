import { z } from 'zod';
import type { PasswordContext } from './password-context.ts';
import { type PasswordRules, problemsWithPassword } from './password-rules.ts';
import type { passwordWords } from './passwords.words.ts';

type Words = (typeof passwordWords)['en'];

/**
 * A form field for a password being chosen, refused in words that say everything it lacks. `owner` comes from
 * `contextOfAccount` or `passwordContext`.
 */
export const newPasswordField = (rules: PasswordRules, words: Words, owner: PasswordContext) =>
  z.string().superRefine((password, context) => {
    const problems = problemsWithPassword(password, rules, owner);
    if (problems.length > 0) context.addIssue({ code: 'custom', message: words.problems(problems, rules) });
  });
