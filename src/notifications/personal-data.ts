import type { PersonalDataHolder } from '../platform/database/personal-data.ts';
import { eraseContentFor, listMessagesTo } from './personal-data.store.ts';

/** That messages were sent, and what became of them; what they said is erased once they are sent. */
export const messagesPersonalData: PersonalDataHolder = {
  collect: async (db, { accountId }) => ({ messages: await listMessagesTo(db, accountId) }),
  erase: async (tx, { accountId }) => {
    await eraseContentFor(tx, accountId);
  },
};
