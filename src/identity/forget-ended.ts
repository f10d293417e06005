import { before, days } from '../kernel/duration.ts';
import type { Database } from '../platform/database/database.ts';
import type { DueWork } from '../platform/jobs/due-work.ts';
import type { Settings } from '../platform/settings/settings.ts';
import { removeDeadLinks, removeEndedSessions, removeRevokedDevices } from './forget-ended.store.ts';

interface ForgetEndedNeeds {
  database: Database;
  settings: Pick<Settings, 'retention'>;
}

const batch = 1000;

/** Where people were logged in, from what, and the links they were sent, once that is long over. */
export const forgetEndedWork = ({ database, settings }: ForgetEndedNeeds): DueWork => ({
  name: 'forget-ended',
  every: days(1),
  runDue: async (now) => {
    const overBefore = before(now, settings.retention.sessions);
    const sessions = await removeEndedSessions(database, overBefore, batch);
    const devices = await removeRevokedDevices(database, overBefore, batch);
    const links = await removeDeadLinks(database, overBefore, batch);
    return sessions + devices + links;
  },
});
