import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/database.ts';
import type { TicketId } from '../../tickets/ticket.ts';

/** Everything written moves with its files; each message knows where it came from. */
export async function moveMessages(
  tx: Tx,
  { from, to, only }: { from: TicketId; to: TicketId; only?: readonly string[] },
): Promise<void> {
  await tx
    .updateTable('ticket_message')
    .set(only ? { ticket_id: to } : { ticket_id: to, merged_from: sql`coalesce(merged_from, ${from})` })
    .where('ticket_id', '=', from)
    .$if(only !== undefined, (query) => query.where('id', 'in', only ?? []))
    .execute();
  await tx
    .updateTable('attachment')
    .set({ ticket_id: to })
    .where('ticket_id', '=', from)
    .$if(only !== undefined, (query) => query.where('message_id', 'in', only ?? []))
    .execute();
}
