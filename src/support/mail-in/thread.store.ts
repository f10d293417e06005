import { sql } from 'kysely';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import { selectTickets } from '../tickets/ticket.store.ts';
import type { RequesterId, Ticket, TicketId } from '../tickets/ticket.ts';

/** The ticket of an e-mail that we sent. */
export const findTicketOfSentEmail = (db: Queryable, messageId: string): Promise<Ticket | undefined> =>
  selectTickets(db)
    .innerJoin('ticket_message', 'ticket_message.ticket_id', 'ticket.id')
    .innerJoin('outbox', 'outbox.id', 'ticket_message.outbox_id')
    .where('outbox.message_id', '=', messageId)
    .limit(1)
    .executeTakeFirst();

/** The ticket that an earlier e-mail of the same sender is in. */
export const findTicketOfTheirEmail = (
  db: Queryable,
  messageIds: readonly string[],
  requester: RequesterId,
): Promise<Ticket | undefined> =>
  selectTickets(db)
    .innerJoin('ticket_message', 'ticket_message.ticket_id', 'ticket.id')
    .where('ticket_message.mail_message_id', 'in', messageIds)
    .where('ticket_message.requester_id', '=', requester)
    .orderBy('ticket_message.created_at', 'desc')
    .limit(1)
    .executeTakeFirst();

/** Whoever may write to a ticket by e-mail: its requester, who agreed to share it, who followed theirs into it. */
export async function takesPart(db: Queryable, ticket: TicketId, requester: RequesterId): Promise<boolean> {
  const { rows } = await sql<{ yes: boolean }>`
    SELECT EXISTS (SELECT FROM ticket WHERE id = ${ticket} AND requester_id = ${requester})
        OR EXISTS (SELECT FROM ticket_person WHERE ticket_id = ${ticket} AND requester_id = ${requester}
                      AND refused_at IS NULL AND (agreed_at IS NOT NULL OR part = 'follower')) AS yes
  `.execute(db);
  return rows[0]?.yes ?? false;
}

/** The ticket of the message that an e-mail of ours carried. */
export const findTicketOfMessage = async (db: Queryable, outboxId: string): Promise<TicketId | undefined> => {
  const found = await db
    .selectFrom('ticket_message')
    .select('ticket_id as id')
    .where('outbox_id', '=', outboxId)
    .executeTakeFirst();
  return found?.id as TicketId | undefined;
};

/** Marks the message that an e-mail carried as not delivered; only the first report counts. */
export const markBounced = (tx: Tx, outboxId: string, { now, reason }: { now: Date; reason: string }) =>
  tx
    .updateTable('ticket_message')
    .set({ bounced_at: now, bounce_reason: reason })
    .where('outbox_id', '=', outboxId)
    .where('bounced_at', 'is', null)
    .execute();

/** Whether the same e-mail was taken in already, such as by another of our addresses. */
export const isKnownLetter = async (
  db: Queryable,
  messageId: string,
  requester: RequesterId,
): Promise<boolean> =>
  (await db
    .selectFrom('ticket_message')
    .select('id')
    .where('mail_message_id', '=', messageId)
    .where('requester_id', '=', requester)
    .limit(1)
    .executeTakeFirst()) !== undefined;
