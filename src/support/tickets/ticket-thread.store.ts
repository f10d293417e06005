import { sql } from 'kysely';
import type { Queryable } from '../../platform/database/database.ts';
import type { TicketId } from './ticket.ts';

export interface MailOfTicket {
  messageId: string;
  /** It came in. */
  isTheirs: boolean;
}

/** The Message-IDs of the newest e-mails of a ticket, oldest first: headers must not grow without end. */
export async function listMailOfTicket(db: Queryable, ticket: TicketId): Promise<MailOfTicket[]> {
  const { rows } = await sql<MailOfTicket>`
    SELECT coalesce(m.mail_message_id, o.message_id) AS "messageId", m.mail_message_id IS NOT NULL AS "isTheirs"
      FROM ticket_message m LEFT JOIN outbox o ON o.id = m.outbox_id
     WHERE m.ticket_id = ${ticket} AND m.kind IN ('from-requester', 'from-support')
       AND coalesce(m.mail_message_id, o.message_id) IS NOT NULL
     ORDER BY m.created_at DESC, m.id DESC LIMIT 20
  `.execute(db);
  return rows.reverse();
}
