import type { Actor } from '../../../../kernel/actor.ts';
import { inTransaction } from '../../../../platform/database/database.ts';
import { canBecome, changeState } from '../../../tickets/change-state.ts';
import { saveTags } from '../apply-wish.store.ts';
import type { ChangeTicketNeeds } from '../apply-wish.ts';
import { holdDeskTicket } from '../hold-desk-ticket.ts';

export const spamTag = 'spam';

/** Closes what is no question at all. Nobody is written to, and it can be found by its tag. */
export function closeAsSpam(
  needs: ChangeTicketNeeds,
  actor: Actor | undefined,
  reference: string,
): Promise<{ outcome: 'closed-as-spam' | 'closed' }> {
  return inTransaction(needs.database, async (tx) => {
    const ticket = await holdDeskTicket(tx, actor, reference);
    if (ticket.state === 'closed' || !canBecome(ticket.state, 'closed')) return { outcome: 'closed' };
    await saveTags(tx, ticket.id, [...new Set([...ticket.tags, spamTag])]);
    await changeState(needs, tx, ticket, { to: 'closed', by: actor as Actor, reason: spamTag });
    return { outcome: 'closed-as-spam' };
  });
}
