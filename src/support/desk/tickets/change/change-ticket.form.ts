import { z } from 'zod';
import { priorities } from '../../../../platform/settings/support-settings.ts';
import { readTag, ticketStates } from '../ticket-question.ts';
import type { ChangeTicketWords } from './change-ticket.words.ts';

const mostTags = 20;

/** Small words, each once. */
export const readTags = (typed: string): string[] => [
  ...new Set(typed.split(',').map(readTag).filter(Boolean)),
];

export const changeTicketForm = ({ problems }: ChangeTicketWords) =>
  z.object({
    assignee: z.string().max(40),
    team: z.string().max(40),
    priority: z.enum(priorities),
    state: z.enum(['', ...ticketStates]),
    tags: z
      .string()
      .max(1000, problems.tooLong)
      .transform(readTags)
      .refine((tags) => tags.length <= mostTags, problems.tooManyTags),
    notice: z.string().max(40),
  });
