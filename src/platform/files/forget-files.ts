import { before, hours } from '../../kernel/duration.ts';
import type { Database } from '../database/database.ts';
import type { DueWork } from '../jobs/index.ts';
import { removeUnusedFiles } from './file.store.ts';

/** Long enough for the slowest sender, and for a form that is mended before it is sent again. */
const unusedFor = hours(1);
const batch = 100;

/** A file lives as long as something refers to it; what was broken off, or whose record was deleted, goes here. */
export const forgetFiles = ({ database }: { database: Database }): DueWork => ({
  name: 'forget-files',
  every: hours(1),
  runDue: (now) => removeUnusedFiles(database, before(now, unusedFor), batch),
});
