import { before, minutes } from '../../kernel/duration.ts';
import type { Database } from '../../platform/database/database.ts';
import type { DueWork } from '../../platform/jobs/index.ts';
import { uploadLife } from './form-files.ts';
import { removeOldUploads } from './uploads.store.ts';

const batch = 100;

/** Files of forms that were never sent. */
export const forgetUploads = ({ database }: { database: Database }): DueWork => ({
  name: 'forget-uploads',
  every: minutes(10),
  runDue: (now) => removeOldUploads(database, before(now, uploadLife), batch),
});
