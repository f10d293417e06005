import { z } from 'zod';
import { fullNameField } from '../../../identity/index.ts';
import { readEmailAddress } from '../../../kernel/email-address.ts';
import { readPhoneNumber } from '../../../kernel/phone-number.ts';
import type { CompleteRegistrationWords } from './complete-registration.words.ts';

const addressField = (empty: string, wrong: string) =>
  z.string().transform((text, check) => {
    const address = readEmailAddress(text);
    if (address) return address;
    check.addIssue({ code: 'custom', message: text.trim() === '' ? empty : wrong });
    return z.NEVER;
  });

/** What the public asks of whoever registers an organisation, filled in by staff. */
export const completeRegistrationForm = ({ errors }: CompleteRegistrationWords) =>
  z
    .object({
      code: z.string().trim().min(1, errors.noCode).max(40, errors.notRegistrable),
      fullName: fullNameField(errors),
      email: addressField(errors.noEmail, errors.notEmail),
      phone: z.string().transform((text, check) => {
        const phone = readPhoneNumber(text);
        if (phone) return phone.typed;
        check.addIssue({ code: 'custom', message: text.trim() === '' ? errors.noPhone : errors.notPhone });
        return z.NEVER;
      }),
      mailbox: addressField(errors.noMailbox, errors.notEmail),
    })
    .refine(({ email, mailbox }) => email.canonical !== mailbox.canonical, {
      path: ['mailbox'],
      message: errors.ownMailbox,
    });
