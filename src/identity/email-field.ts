import { z } from 'zod';
import { readEmailAddress } from '../kernel/email-address.ts';

/** A form field that gives an address as typed and in canonical form. */
export const emailField = (message: string) =>
  z.string().transform((text, context) => {
    const address = readEmailAddress(text);
    if (address) return address;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
