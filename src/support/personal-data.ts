import type { PersonalDataHolder } from '../platform/database/personal-data.ts';
import { eraseTasksAbout, eraseWorkOf, listTasksAbout } from './personal-data.store.ts';

/** What staff have to do about a person; and how they work, where the person is one of them. */
export const tasksPersonalData: PersonalDataHolder = {
  collect: async (db, { accountId }) => ({ tasks: await listTasksAbout(db, accountId) }),
  erase: async (tx, { accountId }) => {
    await eraseTasksAbout(tx, accountId);
    await eraseWorkOf(tx, accountId);
  },
};
