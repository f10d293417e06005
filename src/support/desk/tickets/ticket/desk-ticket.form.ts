import { z } from 'zod';
import { leftPlaceholders } from '../../canned-replies/placeholders.ts';
import { leavings } from './answer-ticket.ts';
import type { DeskTicketWords } from './desk-ticket.words.ts';

const longest = 10_000;

export const answerForm = ({ problems }: DeskTicketWords) =>
  z.object({
    body: z
      .string()
      .trim()
      .min(1, problems.empty)
      .max(longest, problems.long)
      .superRefine((body, context) => {
        const left = leftPlaceholders(body);
        if (left.length > 0)
          context.addIssue({ code: 'custom', message: problems.placeholder(left.join(', ')) });
      }),
    leaves: z.enum(leavings, problems.leaves),
    seen: z.string().max(40),
    canned: z.string().max(40),
  });

export const noteForm = ({ problems }: DeskTicketWords) =>
  z.object({ note: z.string().trim().min(1, problems.noteEmpty).max(longest, problems.noteLong) });
