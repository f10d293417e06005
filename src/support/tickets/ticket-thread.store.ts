import { sql } from 'kysely';
import type { Queryable } from '../../platform/database/database.ts';
import type { RequesterId, TicketId } from './ticket.ts';

export interface MailOfTicket {
  messageId: string;
  /** It came in. */
  isTheirs: boolean;
}

/**
 * The Message-IDs of the newest e-mails of a ticket that one of its readers wrote or was sent, oldest first: headers must
 * not grow without end, and tell nobody from where another writes, nor by what name our mail to them can be bounced.
 */
export async function listMailOfTicket(
  db: Queryable,
  ticket: TicketId,
  reader: RequesterId,
): Promise<MailOfTicket[]> {
  const { rows } = await sql<MailOfTicket>`
    SELECT coalesce(m.mail_message_id, o.message_id) AS "messageId", m.mail_message_id IS NOT NULL AS "isTheirs"
      FROM ticket_message m LEFT JOIN outbox o ON o.id = m.outbox_id
      JOIN ticket t ON t.id = coalesce(m.merged_from, m.ticket_id)
     WHERE m.ticket_id = ${ticket}
       AND (m.kind = 'from-requester' AND m.requester_id = ${reader}
            OR m.kind = 'from-support' AND t.requester_id = ${reader})
       AND coalesce(m.mail_message_id, o.message_id) IS NOT NULL
     ORDER BY m.created_at DESC, m.id DESC LIMIT 20
  `.execute(db);
  return rows.reverse();
}
