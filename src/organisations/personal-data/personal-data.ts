import { before, days } from '../../kernel/duration.ts';
import { type Database, inTransaction } from '../../platform/database/database.ts';
import type { PersonalDataHolder } from '../../platform/database/personal-data.ts';
import type { DueWork } from '../../platform/jobs/due-work.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import {
  eraseRegistrationsFrom,
  listRegistrationsFrom,
  removePastRegistrations,
} from './personal-data.store.ts';

/** The registrations a person sent. */
export const registrationsPersonalData: PersonalDataHolder = {
  collect: async (db, { addresses }) => ({ registrations: await listRegistrationsFrom(db, addresses) }),
  erase: (tx, { addresses }) => eraseRegistrationsFrom(tx, addresses),
};

const batch = 500;

/** Forgets decided registrations after a time; what was decided stays in the organisation itself and in the audit. */
export const forgetRegistrations = ({
  database,
  settings,
}: {
  database: Database;
  settings: Pick<Settings, 'retention'>;
}): DueWork => ({
  name: 'forget-registrations',
  every: days(1),
  runDue: (now) =>
    inTransaction(database, (tx) =>
      removePastRegistrations(tx, before(now, settings.retention.registrations), batch),
    ),
});
