import { z } from 'zod';
import { unknownPlaceholders } from '../canned-replies/placeholders.ts';
import type { RepliesWords } from './replies.words.ts';

export const replyForm = ({ problems }: RepliesWords) =>
  z.object({
    title: z.string().trim().min(1, problems.title).max(120, problems.titleLong),
    body: z
      .string()
      .trim()
      .min(1, problems.body)
      .max(10_000, problems.bodyLong)
      .superRefine((body, context) => {
        const unknown = unknownPlaceholders(body);
        if (unknown.length > 0)
          context.addIssue({ code: 'custom', message: problems.placeholder(unknown.join(', ')) });
      }),
    team: z.string().max(40),
  });
