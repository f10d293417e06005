import { z } from 'zod';
import { longestPassword } from '../passwords/password-rules.ts';
import type { ConfirmPasswordWords } from './confirm-password.words.ts';

/** A password longer than any can be is simply wrong; four bytes a character. */
export const confirmPasswordForm = (words: ConfirmPasswordWords) =>
  z.object({
    password: z
      .string()
      .min(1, words.passwordEmpty)
      .max(longestPassword * 4, words.wrong),
  });
