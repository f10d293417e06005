import { z } from 'zod';
import type { TicketWords } from './ticket.words.ts';

/** Longer is a document. */
export const longestMessage = 20_000;
export const longestRatingWords = 2_000;

export const replyForm = ({ errors }: TicketWords) =>
  z.object({
    message: z
      .string()
      .transform((text) => text.trim())
      .pipe(z.string().min(1, errors.noMessage).max(longestMessage, errors.longMessage(longestMessage))),
  });

export const ratingForm = ({ errors }: TicketWords) =>
  z.object({
    rating: z.enum(['good', 'bad'], errors.noRating),
    words: z.string().trim().max(longestRatingWords, errors.longWords(longestRatingWords)),
  });
