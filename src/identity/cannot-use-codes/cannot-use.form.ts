import { z } from 'zod';
import { isNoMobile, readPhoneNumber } from '../../kernel/phone-number.ts';
import { resetReasons } from '../second-factors/reset-request.store.ts';
import type { CannotUseWords } from './cannot-use.words.ts';

export const longestWords = 500;

/** The number is kept as it was typed: people call it. One that means "no mobile" is none. */
export const cannotUseForm = ({ ask }: CannotUseWords) =>
  z.object({
    reason: z.enum(resetReasons, ask.reasonEmpty),
    words: z.string().trim().max(longestWords, ask.wordsLong),
    phone: z
      .string()
      .trim()
      .refine((typed) => typed === '' || readPhoneNumber(typed) !== undefined, ask.phoneWrong)
      .transform((typed) => {
        const number = readPhoneNumber(typed);
        return number && !isNoMobile(number) ? number.typed : '';
      }),
  });
