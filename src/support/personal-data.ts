import type { PersonalDataHolder } from '../platform/database/personal-data.ts';
import { eraseTasksAbout, listTasksAbout } from './personal-data.store.ts';

/** What staff have to do about a person. */
export const tasksPersonalData: PersonalDataHolder = {
  collect: async (db, { accountId }) => ({ tasks: await listTasksAbout(db, accountId) }),
  erase: async (tx, { accountId }) => {
    await eraseTasksAbout(tx, accountId);
  },
};
