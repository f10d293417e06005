import { z } from 'zod';
import { longestPassword } from '../passwords/password-rules.ts';
import type { FactorKind } from '../second-factors/factor.ts';
import { tidyCode } from '../second-factors/recovery-codes.ts';
import type { ConfirmIdentityWords } from './confirm-identity.words.ts';

/** A password longer than any can be is simply wrong; four bytes a character. */
export const confirmPasswordForm = (words: ConfirmIdentityWords) =>
  z.object({
    password: z
      .string()
      .min(1, words.passwordEmpty)
      .max(longestPassword * 4, words.wrong),
  });

/** What cannot be a code of its kind is said before it costs a try. */
export const confirmCodeForm = ({ code: words }: ConfirmIdentityWords, kind: FactorKind) =>
  kind === 'recovery-codes'
    ? z.object({ code: codeOf(/^[A-Z0-9]{12}$/, words.recoveryEmpty, words.recoveryMalformed) })
    : z.object({ code: codeOf(/^\d{6}$/, words.empty, words.malformed) });

const codeOf = (shape: RegExp, empty: string, malformed: string) =>
  z
    .string()
    .trim()
    .min(1, empty)
    .refine((typed) => shape.test(tidyCode(typed)), malformed);
