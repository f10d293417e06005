import { dayAt } from '../../kernel/calendar-day.ts';
import { minutes } from '../../kernel/duration.ts';
import { type Database, inTransaction } from '../../platform/database/database.ts';
import { type DueWork, eachApart } from '../../platform/jobs/index.ts';
import { holdOrganisation } from '../places/organisation.store.ts';
import { type KeepAdministeredNeeds, keepAdministered } from './keep-administered.ts';
import { listUnsettled } from './watch-administrators.store.ts';

export interface WatchAdministratorsNeeds extends KeepAdministeredNeeds {
  database: Database;
}

const batch = 50;

/** Finds practices that time left without anybody: a role that ended by its date, a leave, an account that is gone. */
export const watchAdministratorsWork = (needs: WatchAdministratorsNeeds): DueWork => ({
  name: 'watch-administrators',
  every: minutes(15),
  runDue: async (now) => {
    const today = dayAt(now, needs.settings.service.timeZone);
    return eachApart(await listUnsettled(needs.database, today, batch), (practice) =>
      inTransaction(needs.database, async (tx) => {
        await holdOrganisation(tx, practice);
        return (await keepAdministered(needs, tx, practice)) ? 1 : 0;
      }),
    );
  },
});
