import { before, days } from '../../kernel/duration.ts';
import { type Database, inTransaction } from '../../platform/database/database.ts';
import type { DueWork } from '../../platform/jobs/due-work.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { removePastImports } from './people-import.store.ts';

const batch = 50;

/** Forgets files of people after a time; who was invited stays in the list of people and in the audit. */
export const forgetPeopleFiles = ({
  database,
  settings,
}: {
  database: Database;
  settings: Pick<Settings, 'retention'>;
}): DueWork => ({
  name: 'forget-people-files',
  every: days(1),
  runDue: (now) =>
    inTransaction(database, (tx) =>
      removePastImports(tx, before(now, settings.retention.peopleFiles), batch),
    ),
});
