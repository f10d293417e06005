import type { AccountId } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { NoticeId, TeamId, TicketId } from '../../tickets/ticket.ts';
import type { Clocks } from '../../tickets/ticket-clocks.ts';

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
