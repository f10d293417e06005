import { minutes } from '../../../kernel/duration.ts';
import { type Database, inTransaction } from '../../../platform/database/database.ts';
import { type DueWork, eachApart } from '../../../platform/jobs/index.ts';
import { canBecome } from '../../tickets/change-state.ts';
import { holdTicket } from '../../tickets/ticket.store.ts';
import type { TicketState } from '../../tickets/ticket.ts';
import { type WriteMessageNeeds, writeMessage } from '../../tickets/write-message.ts';
import { answerLinkedName } from './answer-linked.ts';
import { findWaiting, listWaiting, saveOutcome, type WaitingTicket } from './notice-answer.store.ts';

interface AnswerLinkedWorkNeeds extends WriteMessageNeeds {
  database: Database;
}

const batch = 25;

/**
 * Writes the one answer to each ticket that waits for it: each in a transaction of its own that also notes that it has
 * it, so that none gets it twice, whatever stops in the middle.
 */
export const answerLinkedWork = (needs: AnswerLinkedWorkNeeds): DueWork => ({
  name: answerLinkedName,
  every: minutes(1),
  runDue: async () =>
    eachApart(await listWaiting(needs.database, batch), (waiting) => answerOne(needs, waiting)),
});

const answerOne = (needs: AnswerLinkedWorkNeeds, waiting: WaitingTicket): Promise<number> =>
  inTransaction(needs.database, async (tx) => {
    const ticket = await holdTicket(tx, waiting.ticketId);
    const answer = await findWaiting(tx, waiting);
    if (!ticket || !answer) return 0;
    const leaves = answer.solves ? 'solved' : 'waiting-for-you';
    const { writtenBy, body } = answer;
    const isOpen = isStillOpen(ticket.state) && canBecome(ticket.state, leaves);
    if (!isOpen || !writtenBy) await saveOutcome(tx, waiting, 'left-out');
    else {
      await writeMessage(needs, tx, ticket, {
        kind: 'from-support',
        channel: 'staff',
        by: 'system',
        body,
        writtenBy,
        leaves,
      });
      await saveOutcome(tx, waiting, 'answered');
    }
    return 1;
  });

const isStillOpen = (state: TicketState): boolean => !['held', 'solved', 'closed'].includes(state);
