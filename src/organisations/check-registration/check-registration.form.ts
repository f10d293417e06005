import { z } from 'zod';
import type { CheckRegistrationWords } from './check-registration.words.ts';
import { waysToCheck } from './registration.ts';

const longestText = 1000;

const text = (errors: CheckRegistrationWords['errors'], empty: string) =>
  z.string().trim().min(1, empty).max(longestText, errors.longText(longestText));

export const checkForm = ({ errors }: CheckRegistrationWords) =>
  z.object({
    how: z.enum(waysToCheck, errors.noWay),
    code: z.string().trim().max(20),
    note: text(errors, errors.noNote),
  });

export const refuseForm = ({ errors }: CheckRegistrationWords) =>
  z.object({ reason: text(errors, errors.noReason) });
