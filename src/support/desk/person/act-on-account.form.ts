import { z } from 'zod';
import type { DeskWords } from '../desk.words.ts';
import { reasonField } from '../reason-field.ts';

export const causes = ['support', 'unused'] as const;

/** The cause is asked for a deactivation alone. */
export const actOnAccountForm = (words: DeskWords) =>
  z.object({ reason: reasonField(words), cause: z.enum(causes).catch('support') });
