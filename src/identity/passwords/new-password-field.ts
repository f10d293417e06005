import { z } from 'zod';
import { type PasswordRules, problemWithPassword } from './password-rules.ts';
import type { passwordWords } from './passwords.words.ts';

type Words = (typeof passwordWords)['en'];

/** A form field for a password being chosen, refused in the words of its first problem. */
export const newPasswordField = (rules: PasswordRules, words: Words) =>
  z.string().superRefine((password, context) => {
    const problem = problemWithPassword(password, rules);
    if (problem) context.addIssue({ code: 'custom', message: words.problem(problem, rules) });
  });
