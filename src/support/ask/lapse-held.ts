import { before, minutes } from '../../kernel/duration.ts';
import { inTransaction } from '../../platform/database/database.ts';
import type { DueWork } from '../../platform/jobs/index.ts';
import { removeFilesOf } from '../attachments/attachment.store.ts';
import { changeState } from '../tickets/change-state.ts';
import { holdTicket } from '../tickets/ticket.store.ts';
import type { TicketId } from '../tickets/ticket.ts';
import { endTicketLinks } from '../tickets/ticket-link.store.ts';
import { eraseUnconfirmed, listHeldBefore } from './ask.store.ts';
import type { AskNeeds } from './ask.ts';

type LapseNeeds = Pick<AskNeeds, 'audit' | 'clock' | 'database' | 'settings'>;

const atATime = 50;

/** Closes what a stranger asked when nobody confirmed the address in time; the files it came with are gone at once. */
export const lapseHeldTickets = (needs: LapseNeeds): DueWork => ({
  name: 'lapse-held-tickets',
  every: minutes(10),
  runDue: async (now) => {
    const lapsed = await listHeldBefore(needs.database, before(now, needs.settings.tickets.heldFor), atATime);
    for (const id of lapsed) await lapse(needs, id, now);
    return lapsed.length;
  },
});

/** Whoever confirms at this moment wins: the ticket is looked at again once it is held. */
const lapse = (needs: LapseNeeds, id: TicketId, now: Date): Promise<void> =>
  inTransaction(needs.database, async (tx) => {
    const ticket = await holdTicket(tx, id);
    if (ticket?.state !== 'held') return;
    await endTicketLinks(tx, id, now);
    await removeFilesOf(tx, id);
    await changeState(needs, tx, ticket, { to: 'closed', by: 'system', reason: 'address not confirmed' });
  });

/** Words that nobody ever confirmed are erased some time after they lapsed. */
export const forgetHeldTickets = ({ database, settings }: LapseNeeds): DueWork => ({
  name: 'forget-held-tickets',
  every: minutes(60),
  runDue: (now) => eraseUnconfirmed(database, before(now, settings.retention.heldTickets), atATime),
});
