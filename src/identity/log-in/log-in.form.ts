import { z } from 'zod';
import { longestPassword } from '../passwords/password-rules.ts';
import type { LogInWords } from './log-in.words.ts';

/** Anything may be typed as a name. A password longer than any can be is simply wrong; four bytes a character. */
export const logInForm = (words: LogInWords, { empty, wrong }: LogInWords['byEmail']) =>
  z.object({
    identifier: z.string().trim().min(1, empty).max(320, wrong),
    password: z
      .string()
      .min(1, words.passwordEmpty)
      .max(longestPassword * 4, wrong),
    next: z.string().max(500).catch(''),
  });
