import { z } from 'zod';
import { holdsAddress, tidyName } from '../kernel/full-name.ts';

const longestName = 100;

interface FullNameErrors {
  noName: string;
  longName: (most: number) => string;
  /** It holds a web or email address, with which a stranger's words could travel in our emails. */
  notName: string;
}

/** A form field that gives a name of 1 to 100 characters without needless spaces. */
export const fullNameField = (errors: FullNameErrors) =>
  z
    .string()
    .transform(tidyName)
    .pipe(
      z
        .string()
        .min(1, errors.noName)
        .max(longestName, errors.longName(longestName))
        .refine((name) => !holdsAddress(name), errors.notName),
    );
