import { z } from 'zod';
import { readEmailAddress } from '../kernel/email-address.ts';
import { holdsAddress, tidyName } from '../kernel/full-name.ts';
import { readPhoneNumber } from '../kernel/phone-number.ts';

const longestName = 100;

export const fullNameField = (errors: {
  noName: string;
  longName: (most: number) => string;
  notName: string;
}) =>
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

/** Gives the address as typed. */
export const emailField = (errors: { noEmail: string; notEmail: string }) =>
  z.string().transform((text, check) => {
    const address = readEmailAddress(text);
    if (address) return address.typed;
    check.addIssue({ code: 'custom', message: text.trim() === '' ? errors.noEmail : errors.notEmail });
    return z.NEVER;
  });

export const phoneField = (errors: { noPhone: string; notPhone: string }) =>
  z.string().transform((text, check) => {
    const phone = readPhoneNumber(text);
    if (phone) return phone.typed;
    check.addIssue({ code: 'custom', message: text.trim() === '' ? errors.noPhone : errors.notPhone });
    return z.NEVER;
  });

export const isSameAddress = (one: string, other: string): boolean =>
  readEmailAddress(one)?.canonical === readEmailAddress(other)?.canonical;
