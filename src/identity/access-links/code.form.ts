import { z } from 'zod';
import { emailField } from '../email-field.ts';
import type { CodeWords } from './code.words.ts';

export const codeForm = (words: CodeWords) =>
  z.object({
    email: emailField(words.emailWrong),
    code: z.string().trim().min(1, words.codeEmpty).max(40, words.refused),
  });
