import { z } from 'zod';
import { readEmailAddress } from '../../../kernel/email-address.ts';
import { readPhoneNumber } from '../../../kernel/phone-number.ts';
import type { TicketSubject } from '../../../platform/settings/support-settings.ts';
import { callBackOutcomes } from './call-backs.store.ts';
import type { CallerWords } from './caller.words.ts';

export const openForCallerForm = ({ open }: CallerWords, subjects: readonly TicketSubject[]) =>
  z.object({
    name: z.string().trim().min(1, open.nameEmpty).max(200, open.nameLong),
    email: z.string().transform((text, context) => {
      const address = readEmailAddress(text);
      if (address) return address;
      context.addIssue({ code: 'custom', message: open.emailWrong });
      return z.NEVER;
    }),
    phone: z.string().trim().max(40, open.phoneLong),
    subject: z.string().refine((key) => subjects.some((subject) => subject.key === key), open.subjectEmpty),
    title: z.string().trim().min(1, open.titleEmpty).max(200, open.titleLong),
    body: z.string().trim().min(1, open.bodyEmpty).max(10_000, open.bodyLong),
  });

export const sendCallerCodeForm = ({ check }: CallerWords) =>
  z.object({ person: z.string(), contact: z.string().min(1, check.contactEmpty) });

export const proveCallerForm = ({ check }: CallerWords) =>
  z.object({ code: z.string().trim().min(1, check.codeEmpty).max(40, check.wrong) });

export const callBackForm = ({ callBack }: CallerWords) =>
  z.object({
    phone: z
      .string()
      .trim()
      .min(1, callBack.phoneEmpty)
      .refine((text) => readPhoneNumber(text) !== undefined, callBack.phoneWrong),
    hours: z.string().refine((hours) => Object.hasOwn(callBack.inHours, hours), callBack.whenEmpty),
    note: z.string().trim().max(500, callBack.noteLong),
  });

export const settleForm = z.object({ outcome: z.enum(callBackOutcomes) });
