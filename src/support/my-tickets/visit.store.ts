import type { Queryable, Tx } from '../../platform/database/database.ts';
import type { RequesterId, TicketId } from '../tickets/ticket.ts';
import type { TicketVisitId } from '../tickets/ticket-reader.store.ts';

interface NewVisit {
  id: TicketVisitId;
  tokenHash: string;
  ticketId: TicketId;
  requesterId: RequesterId;
  now: Date;
  expiresAt: Date;
}

export const addVisit = (tx: Tx, visit: NewVisit) =>
  tx
    .insertInto('ticket_visit')
    .values({
      id: visit.id,
      token_hash: visit.tokenHash,
      ticket_id: visit.ticketId,
      requester_id: visit.requesterId,
      started_at: visit.now,
      expires_at: visit.expiresAt,
    })
    .execute();

export const endVisit = (db: Queryable, tokenHash: string, now: Date) =>
  db
    .updateTable('ticket_visit')
    .set({ ended_at: now })
    .where('token_hash', '=', tokenHash)
    .where('ended_at', 'is', null)
    .execute();

/** From now on this visit may have the files too. */
export const proveVisit = async (tx: Tx, id: TicketVisitId, now: Date): Promise<boolean> =>
  (await tx
    .updateTable('ticket_visit')
    .set({ proven_at: now })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('id')
    .executeTakeFirst()) !== undefined;
