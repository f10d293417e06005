import type { Tx } from '../../platform/database/database.ts';
import type { TicketId } from './ticket.ts';

/** What somebody thinks of the help counts once. */
export const saveRating = async (
  tx: Tx,
  id: TicketId,
  { rating, words, now }: { rating: 'good' | 'bad'; words: string; now: Date },
): Promise<boolean> =>
  (await tx
    .updateTable('ticket')
    .set({ rating, rating_words: words || null, rated_at: now })
    .where('id', '=', id)
    .where('rated_at', 'is', null)
    .returning('id')
    .executeTakeFirst()) !== undefined;
