import { z } from 'zod';
import { manyOf } from '../../../ui/index.ts';
import type { FeedbackWords } from './feedback.words.ts';

export const longestWords = 500;

export const helpfulForm = ({ choose }: FeedbackWords) =>
  z.object({ helpful: z.enum(['yes', 'no'], { error: choose }) });

export const feedbackForm = ({ errors }: FeedbackWords, reasons: readonly string[]) =>
  z.object({
    reasons: manyOf(z.array(z.enum(reasons)).min(1, errors.reason)),
    words: z.string().trim().max(longestWords, errors.long),
    proof: z.string(),
  });
