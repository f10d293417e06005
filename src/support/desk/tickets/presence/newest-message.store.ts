import { sql } from 'kysely';
import type { Queryable } from '../../../../platform/database/database.ts';
import type { TicketId } from '../../../tickets/ticket.ts';

export interface NewestMessage {
  /** How many there are: clocks of two nodes differ, so the newest may not be the last. */
  count: number;
  kind: 'from-requester' | 'from-support';
  name: string | null;
  createdAt: Date;
}

/** The newest that anybody but staff among themselves wrote. */
export const findNewestMessage = (db: Queryable, ticket: TicketId): Promise<NewestMessage | undefined> =>
  db
    .selectFrom('ticket_message')
    .leftJoin('account', 'account.id', 'ticket_message.written_by')
    .leftJoin('requester', 'requester.id', 'ticket_message.requester_id')
    .select((eb) => [
      sql<number>`count(*) OVER ()`.as('count'),
      'ticket_message.kind',
      eb.fn.coalesce('account.full_name', 'requester.full_name').as('name'),
      'ticket_message.created_at as createdAt',
    ])
    .where('ticket_message.ticket_id', '=', ticket)
    .where('ticket_message.kind', 'in', ['from-requester', 'from-support'])
    .orderBy('ticket_message.created_at', 'desc')
    .orderBy('ticket_message.id', 'desc')
    .limit(1)
    .$castTo<NewestMessage>()
    .executeTakeFirst();
