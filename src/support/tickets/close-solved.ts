import { before, hours } from '../../kernel/duration.ts';
import { type Database, inTransaction } from '../../platform/database/database.ts';
import type { DueWork } from '../../platform/jobs/index.ts';
import { changeState, type TicketNeeds } from './change-state.ts';
import { holdTicket, listSolvedBefore } from './ticket.store.ts';
import { takesReplies } from './write-message.ts';

type CloseSolvedNeeds = TicketNeeds & { database: Database };

const atATime = 100;

/** A solved ticket that can be reopened no longer closes, and its time in the archive begins. */
export const closeSolvedTickets = (needs: CloseSolvedNeeds): DueWork => ({
  name: 'close-solved-tickets',
  every: hours(1),
  runDue: async (now) => {
    const past = before(now, needs.settings.tickets.reopenWithin);
    const solved = await listSolvedBefore(needs.database, past, atATime);
    for (const id of solved)
      await inTransaction(needs.database, async (tx) => {
        const ticket = await holdTicket(tx, id);
        // Whoever replied at the last moment has reopened it.
        if (ticket?.state !== 'solved' || takesReplies(needs, ticket)) return;
        await changeState(needs, tx, ticket, { to: 'closed', by: 'system' });
      });
    return solved.length;
  },
});
