import { minutes } from '../kernel/duration.ts';
import type { Database } from '../platform/database/database.ts';
import type { DueWork } from '../platform/jobs/due-work.ts';
import { expireDueMessages } from './outbox.store.ts';

/** Gives up on messages past their time, and erases what they held. */
export const expireMessages = ({ database }: { database: Database }): DueWork => ({
  name: 'expire-messages',
  every: minutes(1),
  runDue: (now) => expireDueMessages(database, now),
});
