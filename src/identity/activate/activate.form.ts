import { z } from 'zod';
import { holdsAddress, tidyName } from '../../kernel/full-name.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { newPasswordField } from '../passwords/new-password-field.ts';
import type { PasswordContext } from '../passwords/password-context.ts';
import type { PasswordRules } from '../passwords/password-rules.ts';
import type { passwordWords } from '../passwords/passwords.words.ts';
import type { UsernameWords } from '../username.words.ts';
import { usernameField } from '../username-field.ts';
import type { ActivateWords } from './activate.words.ts';

/** Given when the account's owner wished for a username. */
export interface UsernameAsked {
  service: Settings['service'];
  words: UsernameWords;
}

const notAsked = z.string().transform(() => undefined);

export const activateForm = (
  words: ActivateWords,
  rules: PasswordRules,
  passwords: (typeof passwordWords)['en'],
  owner: PasswordContext,
  username: UsernameAsked | undefined,
) =>
  z.object({
    link: z.string().max(200),
    name: z
      .string()
      .transform(tidyName)
      .pipe(
        z
          .string()
          .min(1, words.nameEmpty)
          .max(200, words.nameTooLong)
          .refine((name) => !holdsAddress(name), words.nameNotName),
      ),
    username: username ? usernameField(username.service, username.words) : notAsked,
    password: newPasswordField(rules, passwords, owner),
  });

export const newLinkForm = z.object({ link: z.string().max(200) });
