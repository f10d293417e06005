import { z } from 'zod';
import { fullNameField } from '../../identity/index.ts';
import { readEmailAddress } from '../../kernel/email-address.ts';
import type { TicketSignInWords } from './ticket-sign-in.words.ts';

const emailField = ({ errors }: TicketSignInWords) =>
  z.string().transform((text, context) => {
    const address = readEmailAddress(text);
    if (address) return address;
    context.addIssue({ code: 'custom', message: errors.notEmail });
    return z.NEVER;
  });

/** Longer than any password can be is simply wrong; without one a link is sent. */
const longestTyped = 1024;

export const ticketLogInForm = (words: TicketSignInWords) =>
  z.object({
    email: emailField(words),
    password: z.string().max(longestTyped, words.errors.wrong),
    way: z.string(),
  });

export const ticketCodeForm = (words: TicketSignInWords) =>
  z.object({
    email: emailField(words),
    code: z.string().trim().min(1, words.errors.noCode).max(40, words.errors.refused),
  });

export const createTicketAccountForm = (words: TicketSignInWords) =>
  z.object({ fullName: fullNameField(words.errors), email: emailField(words) });
