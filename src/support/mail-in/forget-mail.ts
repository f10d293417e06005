import { before, hours } from '../../kernel/duration.ts';
import type { Database } from '../../platform/database/database.ts';
import type { DueWork } from '../../platform/jobs/index.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { removePastMail } from './mail-in.store.ts';

export interface ForgetMailNeeds {
  database: Database;
  settings: Pick<Settings, 'retention'>;
}

const batch = 500;

/** Forgets the originals of mail after a time. What still waits, for us or for staff, is kept. */
export const forgetMailWork = ({ database, settings }: ForgetMailNeeds): DueWork => ({
  name: 'forget-mail',
  every: hours(6),
  runDue: (now) => removePastMail(database, before(now, settings.retention.mailIn), batch),
});
