import { z } from 'zod';
import { readEmailAddress } from '../../kernel/email-address.ts';
import { readPhoneNumber } from '../../kernel/phone-number.ts';
import type { RegisterOrganisationWords } from './register-organisation.words.ts';

type Errors = RegisterOrganisationWords['errors'];

const longestName = 100;

export const fullNameField = (errors: Pick<Errors, 'noName' | 'longName'>) =>
  z
    .string()
    .transform((text) => text.replace(/[\p{Cc}\s]+/gu, ' ').trim())
    .pipe(z.string().min(1, errors.noName).max(longestName, errors.longName(longestName)));

export const emailField = (errors: { noEmail: string; notEmail: string }) =>
  z.string().transform((text, check) => {
    const address = readEmailAddress(text);
    if (address) return address.typed;
    check.addIssue({ code: 'custom', message: text.trim() === '' ? errors.noEmail : errors.notEmail });
    return z.NEVER;
  });

const phoneField = (errors: Errors) =>
  z.string().transform((text, check) => {
    const phone = readPhoneNumber(text);
    if (phone) return phone.typed;
    check.addIssue({ code: 'custom', message: text.trim() === '' ? errors.noPhone : errors.notPhone });
    return z.NEVER;
  });

export const youForm = ({ errors }: RegisterOrganisationWords) =>
  z.object({ fullName: fullNameField(errors), email: emailField(errors), phone: phoneField(errors) });

export const isSameAddress = (one: string, other: string): boolean =>
  readEmailAddress(one)?.canonical === readEmailAddress(other)?.canonical;

/** The practice's mailbox is how a register-known practice is reached later; one person's would leave with them. */
export const mailboxForm = ({ errors }: RegisterOrganisationWords, workEmail: string) =>
  z.object({
    mailbox: emailField({ noEmail: errors.noMailbox, notEmail: errors.notMailbox }).refine(
      (typed) => !isSameAddress(typed, workEmail),
      errors.ownMailbox,
    ),
  });
