import type { OrganisationId } from '../../kernel/ids.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import type { TicketId } from '../tickets/ticket.ts';

export const findOrganisationName = async (db: Queryable, id: OrganisationId): Promise<string | undefined> =>
  (await db.selectFrom('organisation').select('name').where('id', '=', id).executeTakeFirst())?.name;

export const findMergedInto = async (db: Queryable, id: TicketId): Promise<string | undefined> =>
  (await db.selectFrom('ticket').select('reference').where('id', '=', id).executeTakeFirst())?.reference;

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
