import { z } from 'zod';
import type { Settings } from '../../platform/settings/settings.ts';
import { emailField } from '../email-field.ts';
import { fullNameField } from '../full-name-field.ts';
import type { UsernameWords } from '../username.words.ts';
import { usernameField } from '../username-field.ts';
import type { CreateAccountWords } from './create-account.words.ts';

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
    fullName: fullNameField(errors),
    email: emailField(errors.notEmail),
    username: accounts.usernames === 'chosen' ? usernameField(service, usernames) : notAsked,
    occupation: accounts.occupations.length > 0 ? occupation : notAsked,
    before: z.enum(['no', 'yes'], errors.noBefore),
    /** Posted by the page that advises against a second account. */
    advised: z.string().transform((text) => text === 'yes'),
  });
}
