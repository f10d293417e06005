import type { PersonalDataHolder } from '../platform/database/personal-data.ts';
import { changeState, type TicketNeeds } from './tickets/change-state.ts';
import { holdTicket } from './tickets/ticket.store.ts';
import * as store from './tickets-personal-data.store.ts';

/**
 * What a person asked support, under every address that is proven to be theirs. Erasing closes what is open; the tickets
 * stay as numbers without words, so that what was promised and kept can still be counted.
 */
export const ticketsPersonalData = (needs: TicketNeeds): PersonalDataHolder => ({
  collect: async (db, { accountId }) => {
    const own = await store.listRequestersOf(db, accountId);
    return {
      supportRecords: await store.listRecords(db, own),
      tickets: await store.listTickets(db, own),
      ticketMessages: await store.listMessages(db, own),
      ticketFiles: await store.listFiles(db, own),
      ticketVisits: await store.listVisits(db, own),
    };
  },
  erase: async (tx, { accountId }) => {
    const own = await store.listRequestersOf(tx, accountId);
    if (own.length === 0) return;
    for (const id of await store.listOpenTickets(tx, own)) {
      const ticket = await holdTicket(tx, id);
      if (ticket && ticket.state !== 'closed')
        await changeState(needs, tx, ticket, { to: 'closed', by: 'system', reason: 'erased' });
    }
    await store.eraseTicketAccounts(tx, own);
    await store.anonymiseTickets(tx, own);
  },
});
