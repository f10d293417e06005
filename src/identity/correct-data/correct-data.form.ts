import { z } from 'zod';
import type { CorrectDataWords } from './correct-data.words.ts';

export const longestCorrection = 2000;

export const correctDataForm = ({ empty, short, long }: CorrectDataWords) =>
  z.object({ text: z.string().trim().min(1, empty).min(10, short).max(longestCorrection, long) });
