import { z } from 'zod';
import { holdsAddress, tidyName } from '../../kernel/full-name.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { emailField } from '../email-field.ts';
import type { UsernameWords } from '../username.words.ts';
import { usernameField } from '../username-field.ts';
import type { CreateAccountWords } from './create-account.words.ts';

const longestName = 100;

/** What a newcomer is asked; the settings decide what is on the form. */
export function createAccountForm(
  { accounts, service }: Pick<Settings, 'accounts' | 'service'>,
  words: CreateAccountWords,
  usernames: UsernameWords,
) {
  const { errors } = words;
  const notAsked = z.string().transform(() => undefined);
  const occupation = z.string().refine((text) => accounts.occupations.includes(text), errors.noOccupation);
  return z.object({
    fullName: z
      .string()
      .transform(tidyName)
      .pipe(
        z
          .string()
          .min(1, errors.noName)
          .max(longestName, errors.longName(longestName))
          .refine((name) => !holdsAddress(name), errors.notName),
      ),
    email: emailField(errors.notEmail),
    username: accounts.usernames === 'chosen' ? usernameField(service, usernames) : notAsked,
    occupation: accounts.occupations.length > 0 ? occupation : notAsked,
    before: z.enum(['no', 'yes'], errors.noBefore),
    /** Posted by the page that advises against a second account. */
    advised: z.string().transform((text) => text === 'yes'),
  });
}
