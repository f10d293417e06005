import { z } from 'zod';
import { readEmailAddress } from '../../../kernel/email-address.ts';
import type { TicketSubject } from '../../../platform/settings/support-settings.ts';
import type { OpenForCallerWords } from './open-for-caller.words.ts';

export const openForCallerForm = (words: OpenForCallerWords, subjects: readonly TicketSubject[]) =>
  z.object({
    name: z.string().trim().min(1, words.nameEmpty).max(200, words.nameLong),
    email: z.string().transform((text, context) => {
      const address = readEmailAddress(text);
      if (address) return address;
      context.addIssue({ code: 'custom', message: words.emailWrong });
      return z.NEVER;
    }),
    phone: z.string().trim().max(40, words.phoneLong),
    subject: z.string().refine((key) => subjects.some((subject) => subject.key === key), words.subjectEmpty),
    title: z.string().trim().min(1, words.titleEmpty).max(200, words.titleLong),
    body: z.string().trim().min(1, words.bodyEmpty).max(10_000, words.bodyLong),
  });
