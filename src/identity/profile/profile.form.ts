import { z } from 'zod';
import { readPhoneNumber } from '../../kernel/phone-number.ts';
import { tidyPostcode } from '../../kernel/postcode.ts';
import type { Language } from '../../kernel/words.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { manyOf } from '../../ui/index.ts';
import { fullNameField } from '../full-name-field.ts';
import type { UsernameWords } from '../username.words.ts';
import { usernameField } from '../username-field.ts';
import type { ProfileChange, ProfileFieldName } from './change-profile.ts';
import { contactNeeds } from './profile.store.ts';
import type { ProfileWords } from './profile.words.ts';

export interface FormWords {
  profile: ProfileWords;
  username: UsernameWords;
}

type ChangeForm = z.ZodType<ProfileChange>;

/** What the page of each field takes, read as the change it asks for. */
export const profileForms: Record<ProfileFieldName, (words: FormWords, settings: Settings) => ChangeForm> = {
  name: ({ profile: { name: words } }) =>
    z
      .object({
        fullName: fullNameField({ noName: words.empty, longName: words.long, notName: words.isAddress }),
      })
      .transform(({ fullName }) => ({ field: 'name', fullName })),
  phone: ({ profile: { phone: words } }) =>
    z
      .object({
        phone: z
          .string()
          .trim()
          .refine((text) => text === '' || readPhoneNumber(text) !== undefined, words.wrong),
      })
      .transform(({ phone }) => ({ field: 'phone', phone: readPhoneNumber(phone) })),
  address: ({ profile: { address: words } }) => addressForm(words),
  username: ({ username: words }, { service }) =>
    z
      .object({ username: usernameField(service, words) })
      .transform(({ username }) => ({ field: 'username', username })),
  language: ({ profile: { language: words } }, settings) =>
    z
      .object({ language: z.enum(languagesOf(settings), words.wrong) })
      .transform(({ language }) => ({ field: 'language', language })),
  contact: ({ profile: { contact: words } }) => contactForm(words),
};

/** English, and the portal's own language where that is another. */
export const languagesOf = ({ service }: Pick<Settings, 'service'>): Language[] => [
  ...new Set<Language>(['en', service.language]),
];

const line = (words: ProfileWords['address']) => z.string().trim().max(100, words.long);

const addressForm = (words: ProfileWords['address']): ChangeForm =>
  z
    .object({
      line1: line(words),
      line2: line(words),
      town: line(words),
      postcode: z.string().transform(tidyPostcode).pipe(z.string().max(12, words.longPostcode)),
    })
    .superRefine((typed, context) => {
      if (Object.values(typed).every((text) => text === '')) return;
      const missing = { line1: words.noLine1, town: words.noTown, postcode: words.noPostcode };
      for (const [field, message] of Object.entries(missing))
        if (typed[field as keyof typeof typed] === '')
          context.addIssue({ code: 'custom', path: [field], message });
    })
    .transform(({ line1, line2, town, postcode }) => ({
      field: 'address',
      lines: [line1, line2, town].filter((text) => text !== ''),
      postcode: postcode || null,
    }));

const contactForm = (words: ProfileWords['contact']): ChangeForm =>
  z
    .object({
      needs: manyOf(z.array(z.enum(contactNeeds, words.wrong))),
      interpreterLanguage: z.string().trim().max(60, words.longInterpreterLanguage),
    })
    .superRefine(({ needs, interpreterLanguage }, context) => {
      if (needs.includes('interpreter') && interpreterLanguage === '')
        context.addIssue({
          code: 'custom',
          path: ['interpreterLanguage'],
          message: words.noInterpreterLanguage,
        });
    })
    .transform(({ needs, interpreterLanguage }) => ({
      field: 'contact',
      contactNeeds: contactNeeds.filter((need) => needs.includes(need)),
      interpreterLanguage: needs.includes('interpreter') ? interpreterLanguage : null,
    }));
