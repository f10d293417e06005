import { z } from 'zod';
import { manyOf } from '../../../../ui/index.ts';
import type { SplitTicketWords } from './split-ticket.words.ts';

export const splitTicketForm = ({ problems }: SplitTicketWords) =>
  z.object({
    messages: manyOf(z.array(z.string().max(40)).min(1, problems['none-chosen']).max(2000)),
    subject: z.string().min(1, problems['no-such-subject']).max(40),
    title: z
      .string()
      .trim()
      .transform((title) => title.replace(/\s+/g, ' '))
      .pipe(z.string().min(1, problems.title).max(200, problems.titleLong)),
  });
