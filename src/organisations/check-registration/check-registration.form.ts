import { z } from 'zod';
import { textField } from '../claims/claims.form.ts';
import type { ClaimsWords } from '../claims/claims.words.ts';
import type { CheckRegistrationWords } from './check-registration.words.ts';
import { waysToCheck } from './registration.ts';

export const checkForm = ({ errors }: CheckRegistrationWords, claims: ClaimsWords) =>
  z.object({
    how: z.enum(waysToCheck, errors.noWay),
    code: z.string().trim().max(20),
    note: textField(claims, errors.noNote),
  });
