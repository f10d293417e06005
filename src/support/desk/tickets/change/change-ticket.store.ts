import { sql } from 'kysely';
import type { AccountId } from '../../../../kernel/ids.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import type { NoticeId, TeamId, TicketId } from '../../../tickets/ticket.ts';
import type { Clocks } from '../../../tickets/ticket-clocks.ts';

export const saveAssignee = (tx: Tx, id: TicketId, assignee: AccountId | null) =>
  tx.updateTable('ticket').set({ assigned_to: assignee }).where('id', '=', id).execute();

export const saveTeam = (tx: Tx, id: TicketId, team: TeamId | null) =>
  tx.updateTable('ticket').set({ team_id: team }).where('id', '=', id).execute();

export const savePriority = (tx: Tx, id: TicketId, priority: number, clocks: Clocks) =>
  tx
    .updateTable('ticket')
    .set({
      priority,
      first_answer_due_at: clocks.firstAnswerDueAt,
      solve_due_at: clocks.solveDueAt,
      solve_left: clocks.solveLeft,
    })
    .where('id', '=', id)
    .execute();

export const saveTags = (tx: Tx, id: TicketId, tags: readonly string[]) =>
  tx
    .updateTable('ticket')
    .set({ tags: [...tags] })
    .where('id', '=', id)
    .execute();

export const saveNotice = (tx: Tx, id: TicketId, notice: NoticeId | null) =>
  tx.updateTable('ticket').set({ notice_id: notice }).where('id', '=', id).execute();

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
