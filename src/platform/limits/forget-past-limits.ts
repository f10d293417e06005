import { hours } from '../../kernel/duration.ts';
import type { Database } from '../database/database.ts';
import type { DueWork } from '../jobs/index.ts';
import { removePastLimits } from './limit.ts';

/** Windows that ended decide nothing any more. */
export const forgetPastLimits = (needs: { database: Database }): DueWork => ({
  name: 'forget-past-limits',
  every: hours(1),
  runDue: async (now) => {
    await removePastLimits(needs.database, now);
    return 0;
  },
});
