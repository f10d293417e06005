import { z } from 'zod';
import { canGetTexts, isNoMobile, isOfCountries, readPhoneNumber } from '../../kernel/phone-number.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { tidyCode } from '../second-factors/recovery-codes.ts';
import type { SetUpFactorWords } from './set-up-factor.words.ts';
import type { Way } from './ways.ts';

export const chooseForm = (ways: readonly Way[], words: SetUpFactorWords['choose']) =>
  z.object({ way: z.enum(ways as [Way, ...Way[]], words.empty) });

/** What cannot be a code is said before it costs a try. */
export const codeForm = (words: SetUpFactorWords['code']) =>
  z.object({
    setUp: z.string(),
    code: z
      .string()
      .trim()
      .min(1, words.empty)
      .refine((typed) => /^\d{6}$/.test(tidyCode(typed)), words.malformed),
  });

export const numberForm = (
  words: SetUpFactorWords['number'],
  { callingCodes }: Pick<Settings['texts'], 'callingCodes'>,
) =>
  z
    .object({ phone: z.string().trim().min(1, words.empty), replaces: z.string() })
    .transform(({ phone, replaces }, context) => {
      const read = readPhoneNumber(phone);
      const wrong = wrongOf(read, words, callingCodes);
      if (read && !wrong) return { phone: read, replaces };
      context.addIssue({ code: 'custom', path: ['phone'], message: wrong ?? words.malformed });
      return z.NEVER;
    });

function wrongOf(
  phone: ReturnType<typeof readPhoneNumber>,
  words: SetUpFactorWords['number'],
  callingCodes: readonly string[],
): string | undefined {
  if (!phone) return words.malformed;
  if (isNoMobile(phone)) return words.noMobile;
  if (!canGetTexts(phone)) return words.landline;
  return isOfCountries(phone, callingCodes) ? undefined : words.abroad(callingCodes);
}

export const savedForm = (words: SetUpFactorWords['codes']) =>
  z.object({ setUp: z.string(), saved: z.literal('yes', words.savedEmpty) });
