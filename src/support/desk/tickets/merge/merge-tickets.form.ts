import { z } from 'zod';
import type { MergeTicketsWords } from './merge-tickets.words.ts';

export const mergeTicketsForm = ({ problems }: MergeTicketsWords) =>
  z.object({
    into: z.string().trim().min(1, problems.empty).max(40, problems['no-such-ticket']),
    both: z.enum(['', 'yes']),
    /** Pressed on the page that shows what will happen. */
    step: z.enum(['', 'merge']),
  });
