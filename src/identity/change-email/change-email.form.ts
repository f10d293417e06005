import { z } from 'zod';
import { emailField } from '../email-field.ts';
import type { ChangeEmailWords } from './change-email.words.ts';

export const newEmailForm = (words: ChangeEmailWords) => z.object({ email: emailField(words.emailWrong) });

export const codeForm = ({ waiting }: ChangeEmailWords) =>
  z.object({ code: z.string().trim().min(1, waiting.codeEmpty).max(40, waiting.refused) });

export const linkForm = z.object({ link: z.string().max(200) });
