import { sql } from 'kysely';
import type { OrganisationId } from '../../kernel/ids.ts';
import type { Queryable } from '../../platform/database/database.ts';
import type { RequesterId, Ticket, TicketId } from '../tickets/ticket.ts';

export const findOrganisationName = async (db: Queryable, id: OrganisationId): Promise<string | undefined> =>
  (await db.selectFrom('organisation').select('name').where('id', '=', id).executeTakeFirst())?.name;

export const findMergedInto = async (db: Queryable, id: TicketId): Promise<string | undefined> =>
  (await db.selectFrom('ticket').select('reference').where('id', '=', id).executeTakeFirst())?.reference;

export interface FollowUp {
  reference: string;
  /** The one before; otherwise one that came after. */
  isBefore: boolean;
}

/** The closed ticket this one asks again about, and those that ask again about this one, where somebody has part in them. */
export async function listFollowUps(
  db: Queryable,
  { id, follows }: Pick<Ticket, 'id' | 'follows'>,
  readers: readonly RequesterId[],
): Promise<FollowUp[]> {
  const { rows } = await sql<FollowUp>`
    SELECT t.reference, t.id IS NOT DISTINCT FROM ${follows}::uuid AS "isBefore" FROM ticket t
     WHERE (t.id = ${follows}::uuid OR t.follows = ${id}) AND t.state <> 'held' AND ${hasPartIn(readers)}
     ORDER BY t.created_at, t.id LIMIT 20`.execute(db);
  return rows;
}

/** The ticket this one was split off from, and those that were split off this one and not joined with it again: whoever asked is the same of all. */
export async function listSplits(
  db: Queryable,
  { id, splitFrom, mergedInto, requesterId }: Pick<Ticket, 'id' | 'splitFrom' | 'mergedInto' | 'requesterId'>,
  readers: readonly RequesterId[],
): Promise<FollowUp[]> {
  const { rows } = await sql<FollowUp>`
    SELECT t.reference, t.id IS NOT DISTINCT FROM ${splitFrom}::uuid AS "isBefore" FROM ticket t
     WHERE t.requester_id = ${requesterId}
       AND (t.id = ${splitFrom}::uuid AND t.id IS DISTINCT FROM ${mergedInto}::uuid
         OR t.split_from = ${id} AND t.merged_into IS DISTINCT FROM ${id})
       AND ${hasPartIn(readers)}
     ORDER BY t.created_at, t.id LIMIT 20`.execute(db);
  return rows;
}

function hasPartIn(readers: readonly RequesterId[]) {
  const own = sql`${[...readers]}::uuid[]`;
  return sql`(t.requester_id = ANY(${own}) OR EXISTS (
    SELECT FROM ticket_person p WHERE p.ticket_id = t.id AND p.requester_id = ANY(${own})
       AND p.agreed_at IS NOT NULL AND p.refused_at IS NULL))`;
}
