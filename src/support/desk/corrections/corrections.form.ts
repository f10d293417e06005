import { z } from 'zod';
import type { CorrectionsWords } from './corrections.words.ts';

export const longestAnswer = 2000;

export const answerForm = ({ errors }: CorrectionsWords) =>
  z.object({
    answer: z.string().trim().min(1, errors.empty).min(10, errors.short).max(longestAnswer, errors.long),
  });
