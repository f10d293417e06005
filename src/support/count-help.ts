import { dayAt } from '../kernel/calendar-day.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Database } from '../platform/database/database.ts';
import type { Settings } from '../platform/settings/settings.ts';
import { addHelpCount, type HelpCount } from './help-counts.store.ts';

interface CountHelpNeeds {
  clock: Clock;
  database: Database;
  settings: Pick<Settings, 'service'>;
}

/** Counts one more of what the help centre did by itself today, where the service is; about nobody. */
export const countHelp = async (
  { clock, database, settings }: CountHelpNeeds,
  what: HelpCount,
): Promise<void> => {
  await addHelpCount(database, what, dayAt(clock.now(), settings.service.timeZone));
};
