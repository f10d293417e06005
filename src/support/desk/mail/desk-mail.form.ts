import { z } from 'zod';
import { fullNameField } from '../../../identity/index.ts';
import { readEmailAddress } from '../../../kernel/email-address.ts';
import type { DeskMailWords } from './desk-mail.words.ts';

export const longestBody = 20_000;

export const makeTicketForm = ({ errors }: DeskMailWords) =>
  z.object({
    email: addressField(errors.email),
    fullName: fullNameField(errors),
    title: z.string().trim().min(1, errors.noTitle).max(200, errors.longTitle),
    body: z.string().trim().min(1, errors.noBody).max(longestBody, errors.longBody),
  });

const addressField = (message: string) =>
  z.string().transform((text, context) => {
    const address = readEmailAddress(text);
    if (address) return address;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
