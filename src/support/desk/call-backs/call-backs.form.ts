import { z } from 'zod';
import { readPhoneNumber } from '../../../kernel/phone-number.ts';
import { callBackOutcomes } from './call-backs.store.ts';
import type { CallBacksWords } from './call-backs.words.ts';

export const callBackForm = ({ note }: CallBacksWords) =>
  z.object({
    phone: z
      .string()
      .trim()
      .min(1, note.phoneEmpty)
      .refine((text) => readPhoneNumber(text) !== undefined, note.phoneWrong),
    hours: z.string().refine((hours) => Object.hasOwn(note.inHours, hours), note.whenEmpty),
    note: z.string().trim().max(500, note.noteLong),
  });

export const settleForm = z.object({ outcome: z.enum(callBackOutcomes) });
