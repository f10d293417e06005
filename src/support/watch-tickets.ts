import {
  type OwnerFound,
  reopenTicketAccount,
  shutTicketAccount,
  type TicketWatch,
} from '../identity/index.ts';
import type { Tx } from '../platform/database/database.ts';
import { changeState, reviveTicket, type TicketNeeds } from './tickets/change-state.ts';
import { holdTicket } from './tickets/ticket.store.ts';
import {
  listEndedForDeath,
  listRequestersOfAccount,
  listTicketAccountsOf,
  listTicketsToEnd,
} from './watch-tickets.store.ts';

/** What identity asks of tickets when their owner is found to have died, or not to. */
export const ticketWatch = (needs: TicketNeeds): TicketWatch => ({
  ownerDied: (tx, found) => endTickets(needs, tx, found),
  ownerLives: (tx, found) => bringBack(needs, tx, found),
});

/** All of it at one instant, by which it is known again. */
async function endTickets(needs: TicketNeeds, tx: Tx, found: OwnerFound): Promise<void> {
  const { account, actor: by, reason, at } = found;
  const then = { ...needs, clock: { now: () => at } };
  const requesters = await listRequestersOfAccount(tx, account);
  for (const { id } of await listTicketAccountsOf(tx, { account, requesters }))
    await shutTicketAccount(needs, tx, { ...found, account: id });
  for (const { id } of await listTicketsToEnd(tx, requesters)) {
    const ticket = await holdTicket(tx, id);
    if (ticket && ticket.state !== 'closed')
      await changeState(then, tx, ticket, { to: 'closed', by, reason });
  }
}

async function bringBack(needs: TicketNeeds, tx: Tx, found: OwnerFound): Promise<void> {
  const { account, actor: by, reason, at } = found;
  const now = needs.clock.now();
  const ended = await listEndedForDeath(tx, account, at);
  for (const { id } of ended.accounts)
    await reopenTicketAccount(needs, tx, { ...found, account: id, at: now });
  for (const { id } of ended.tickets) {
    const ticket = await holdTicket(tx, id);
    if (ticket?.state === 'closed') await reviveTicket(needs, tx, ticket, { by, reason });
  }
}
