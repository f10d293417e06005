import { before, days, hours } from '../kernel/duration.ts';
import type { Database } from '../platform/database/database.ts';
import type { DueWork } from '../platform/jobs/due-work.ts';
import type { Settings } from '../platform/settings/settings.ts';
import {
  removeEndedRequests,
  removePastSetUps,
  removeRemovedFactors,
  removeSpentChallenges,
} from './forget-codes.store.ts';
import { removePastAttempts } from './log-in-attempts/log-in-attempt.store.ts';
import { removePastCodes } from './second-factors/sent-code.store.ts';

interface ForgetCodesNeeds {
  database: Database;
  settings: Pick<Settings, 'retention'>;
}

/** Long enough to see what became of a log in that somebody rings about. */
const pastKept = days(1);
/** As long as “this was not me” can bring back what was removed. */
const removedKept = days(7);

/** Log ins that waited, codes that were sent, what was being set up, and ways to get a code that were removed. */
export const forgetCodesWork = ({ database, settings }: ForgetCodesNeeds): DueWork => ({
  name: 'forget-codes',
  every: hours(1),
  runDue: async (now) => {
    await removePastAttempts(database, before(now, pastKept));
    await removePastCodes(database, before(now, pastKept));
    await removePastSetUps(database, now);
    await removeSpentChallenges(database, now);
    await removeRemovedFactors(database, before(now, removedKept));
    await removeEndedRequests(database, before(now, settings.retention.factorRequests));
    return 0;
  },
});
