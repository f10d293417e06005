import { before, days } from '../kernel/duration.ts';
import type { Database } from '../platform/database/database.ts';
import type { DueWork } from '../platform/jobs/due-work.ts';
import type { Settings } from '../platform/settings/settings.ts';
import { removePastMessages } from './personal-data.store.ts';

interface ForgetMessagesNeeds {
  database: Database;
  settings: Pick<Settings, 'retention'>;
}

const batch = 1000;

/** Forgets, after a time, that a message was sent. */
export const forgetMessages = ({ database, settings }: ForgetMessagesNeeds): DueWork => ({
  name: 'forget-messages',
  every: days(1),
  runDue: async (now) => {
    const removed = await removePastMessages(database, before(now, settings.retention.messages), batch);
    return Number(removed.numDeletedRows);
  },
});
