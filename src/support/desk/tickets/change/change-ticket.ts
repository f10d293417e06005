import type { Actor } from '../../../../kernel/actor.ts';
import { inTransaction } from '../../../../platform/database/database.ts';
import { applyWish, type ChangeOutcome, type ChangeTicketNeeds, type Wish } from '../apply-wish.ts';
import { holdDeskTicket } from '../hold-desk-ticket.ts';

/** Changes what is known about one ticket. */
export function changeTicket(
  needs: ChangeTicketNeeds,
  actor: Actor | undefined,
  asked: { reference: string; wish: Wish },
): Promise<{ outcome: ChangeOutcome }> {
  return inTransaction(needs.database, async (tx) => {
    const ticket = await holdDeskTicket(tx, actor, asked.reference);
    return { outcome: await applyWish(needs, tx, actor as Actor, ticket, asked.wish) };
  });
}

/** Whoever takes a ticket begins to work on it. */
export function takeTicket(
  needs: ChangeTicketNeeds,
  actor: Actor | undefined,
  reference: string,
): Promise<{ outcome: 'taken' | Exclude<ChangeOutcome, 'changed'> }> {
  return inTransaction(needs.database, async (tx) => {
    const ticket = await holdDeskTicket(tx, actor, reference);
    const wish: Wish = {
      assignedTo: (actor as Actor).person.accountId,
      ...(ticket.state === 'new' && { state: 'open' as const }),
    };
    const outcome = await applyWish(needs, tx, actor as Actor, ticket, wish);
    return { outcome: outcome === 'changed' ? 'taken' : outcome };
  });
}
