import { z } from 'zod';
import { newPasswordField } from '../passwords/new-password-field.ts';
import type { PasswordContext } from '../passwords/password-context.ts';
import type { PasswordRules } from '../passwords/password-rules.ts';
import type { passwordWords } from '../passwords/passwords.words.ts';
import type { ActivateWords } from './activate.words.ts';

export const activateForm = (
  words: ActivateWords,
  rules: PasswordRules,
  passwords: (typeof passwordWords)['en'],
  owner: PasswordContext,
) =>
  z.object({
    link: z.string().max(200),
    name: z.string().trim().min(1, words.nameEmpty).max(200, words.nameTooLong),
    password: newPasswordField(rules, passwords, owner),
  });

export const newLinkForm = z.object({ link: z.string().max(200) });
