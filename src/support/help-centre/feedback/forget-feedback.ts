import { before, hours } from '../../../kernel/duration.ts';
import type { Database } from '../../../platform/database/database.ts';
import type { DueWork } from '../../../platform/jobs/index.ts';
import type { Settings } from '../../../platform/settings/settings.ts';
import { removePastFeedback, removePastProofs } from './feedback.store.ts';

interface ForgetFeedbackNeeds {
  database: Database;
  settings: Pick<Settings, 'retention'>;
}

/** What readers said is kept for its time, and a spent proof until it would be too old anyway. */
export const forgetFeedbackWork = ({ database, settings }: ForgetFeedbackNeeds): DueWork => ({
  name: 'forget-article-feedback',
  every: hours(1),
  runDue: async (now) => {
    const proofs = await removePastProofs(database, now);
    const feedback = await removePastFeedback(database, before(now, settings.retention.articleFeedback));
    return proofs + feedback;
  },
});
