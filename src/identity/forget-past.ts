import { before, days, hours } from '../kernel/duration.ts';
import type { Database } from '../platform/database/database.ts';
import type { DueWork } from '../platform/jobs/due-work.ts';
import type { Settings } from '../platform/settings/settings.ts';
import { removeHandledIntakes } from './intake.store.ts';
import { removePastTries } from './lockout/entry-lane.store.ts';
import { removePastKeptForms } from './sessions/kept-form.store.ts';

export interface ForgetPastNeeds {
  database: Database;
  settings: Pick<Settings, 'lockout'>;
}

/** Long enough to see in the table what became of a request that somebody rings about. */
const handledKept = days(7);

/** What strangers typed and no longer decides anything; without it their guesses would fill the tables. */
export const forgetPastWork = ({ database, settings }: ForgetPastNeeds): DueWork => ({
  name: 'forget-past',
  every: hours(1),
  runDue: async (now) => {
    await removePastTries(database, before(now, settings.lockout.forgetAfter), now);
    await removeHandledIntakes(database, before(now, handledKept));
    await removePastKeptForms(database, now);
    return 0;
  },
});
