import { z } from 'zod';
import type { DeskWords } from './desk.words.ts';

export const longestReason = 500;

/** Why staff do what they do to somebody; kept in the record of the change. */
export const reasonField = ({ reason }: DeskWords) =>
  z.string().trim().min(1, reason.empty).min(3, reason.short).max(longestReason, reason.long);
