import { z } from 'zod';
import type { DeskRequestWords } from './desk.words.ts';

const longestText = 1000;

const text = (errors: DeskRequestWords['errors'], empty: string) =>
  z.string().trim().min(1, empty).max(longestText, errors.longText(longestText));

export const checkForm = ({ errors }: DeskRequestWords) => z.object({ note: text(errors, errors.noNote) });
export const refuseForm = ({ errors }: DeskRequestWords) =>
  z.object({ reason: text(errors, errors.noReason) });
