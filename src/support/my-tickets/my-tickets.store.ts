import { sql } from 'kysely';
import type { Queryable } from '../../platform/database/database.ts';
import { selectTickets } from '../tickets/ticket.store.ts';
import type { RequesterId, Ticket } from '../tickets/ticket.ts';
import { titleAsRead } from '../tickets/ticket-reader.store.ts';

interface Listing {
  requesterIds: readonly RequesterId[];
  isClosed: boolean;
  searched: string;
}

/** Tickets of these records, and those shared with them; found by parts of the reference or title. */
const ownTickets = (db: Queryable, { requesterIds, isClosed, searched }: Listing) => {
  const own = sql`${[...requesterIds]}::uuid[]`;
  let query = selectTickets(db)
    .where(
      sql<boolean>`ticket.id IN (SELECT t.id FROM ticket t WHERE t.requester_id = ANY(${own})
           UNION SELECT p.ticket_id FROM ticket_person p
            WHERE p.requester_id = ANY(${own}) AND p.agreed_at IS NOT NULL AND p.refused_at IS NULL)`,
    )
    .where('ticket.state', isClosed ? '=' : '<>', 'closed');
  if (searched) {
    const plain = searched.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
    query = query.where(
      sql<boolean>`((${plain} <> '' AND strpos(replace(ticket.reference, '-', ''), ${plain}) > 0)
        OR strpos(lower(${titleAsRead(requesterIds)}), lower(${searched})) > 0)`,
    );
  }
  return query;
};

/** The one with the newest message first, each by the title that is theirs to read. */
export const listOwnTickets = async (
  db: Queryable,
  listing: Listing,
  { page, perPage }: { page: number; perPage: number },
): Promise<Ticket[]> => {
  const found = await ownTickets(db, listing)
    .select(titleAsRead(listing.requesterIds).as('titleAsRead'))
    .orderBy('ticket.last_message_at', 'desc')
    .orderBy('ticket.id', 'desc')
    .limit(perPage)
    .offset((page - 1) * perPage)
    .execute();
  return found.map(({ titleAsRead: title, ...ticket }) => ({ ...ticket, title }));
};

export async function countOwnTickets(db: Queryable, listing: Listing): Promise<number> {
  const counted = await ownTickets(db, listing)
    .clearSelect()
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirst();
  return Number((counted as { count?: string } | undefined)?.count ?? 0);
}
