import { z } from 'zod';
import { emailField } from '../email-field.ts';
import { newPasswordField } from '../passwords/new-password-field.ts';
import type { PasswordContext } from '../passwords/password-context.ts';
import type { PasswordRules } from '../passwords/password-rules.ts';
import type { passwordWords } from '../passwords/passwords.words.ts';
import type { RecoverAccountWords } from './recover-account.words.ts';

/** Staff log in elsewhere; the form carries which of the two passwords is meant. */
const realmField = z.string().transform((text) => (text === 'support' ? 'support' : 'portal'));

export const askForRecoveryForm = (words: RecoverAccountWords) =>
  z.object({ email: emailField(words.emailWrong), realm: realmField });

export const choosePasswordForm = (
  rules: PasswordRules,
  words: (typeof passwordWords)['en'],
  owner: PasswordContext,
) => z.object({ link: z.string().max(200), password: newPasswordField(rules, words, owner) });
