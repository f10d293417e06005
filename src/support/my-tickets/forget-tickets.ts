import { before, days, hours } from '../../kernel/duration.ts';
import { type Database, inTransaction } from '../../platform/database/database.ts';
import type { DueWork } from '../../platform/jobs/index.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import {
  eraseTickets,
  removeIdleRequesters,
  removeIdleTicketAccounts,
  removePastWaysIn,
} from './forget-tickets.store.ts';

interface ForgetTicketsNeeds {
  database: Database;
  settings: Pick<Settings, 'retention'>;
}

const atATime = 100;
/** So long somebody may find out why a link does not work. */
const linksKept = days(7);

/** Tickets go when their time is over, and with the last of them the record of whoever asked. */
export const forgetTickets = ({ database, settings }: ForgetTicketsNeeds): DueWork => ({
  name: 'forget-tickets',
  every: hours(1),
  runDue: async (now) => {
    const past = before(now, settings.retention.tickets);
    const tickets = await inTransaction(database, (tx) => eraseTickets(tx, past, atATime));
    const links = await removePastWaysIn(database, before(now, linksKept));
    const accounts = await inTransaction(database, (tx) => removeIdleTicketAccounts(tx, now, atATime));
    const requesters = await removeIdleRequesters(database, before(now, linksKept), atATime);
    return tickets + links + accounts + requesters;
  },
});
