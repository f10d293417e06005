import { z } from 'zod';
import { readEmailAddress } from '../../kernel/email-address.ts';
import { readPhoneNumber } from '../../kernel/phone-number.ts';

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

/** Gives the address as it is sent to and as it is found by. */
export const addressField = (errors: { noEmail: string; notEmail: string }) =>
  emailField(errors).transform((typed, check) => {
    const address = readEmailAddress(typed);
    if (address) return address;
    check.addIssue({ code: 'custom', message: errors.notEmail });
    return z.NEVER;
  });

/** Gives the number, or undefined where there is none. */
export const optionalPhoneField = (errors: { notPhone: string }) =>
  z.string().transform((text, check) => {
    if (text.trim() === '') return undefined;
    const phone = readPhoneNumber(text);
    if (phone) return phone;
    check.addIssue({ code: 'custom', message: errors.notPhone });
    return z.NEVER;
  });
