import { minutes } from '../../kernel/duration.ts';
import { readEmailAddress } from '../../kernel/email-address.ts';
import { wordsIn } from '../../kernel/words.ts';
import { type Database, inTransaction, type Tx } from '../../platform/database/database.ts';
import { type DueWork, eachApart } from '../../platform/jobs/index.ts';
import { objectionAddress } from '../addresses.ts';
import { listAdministrators } from '../administrators/administrators.store.ts';
import { type TellMemberNeeds, tellAdministrators } from '../members/tell-member.ts';
import { listUntold, markTold } from './change-request.store.ts';
import { requestAskedEmail } from './main-contact-gone.email.tsx';
import { mainContactGoneWords } from './main-contact-gone.words.ts';
import { findRequest } from './main-contact-request.store.ts';
import type { MainContactRequest } from './main-contact-request.ts';

export const tellOfRequestsName = 'tell-of-main-contact-requests';

const batch = 20;

/** Whoever can give access at a practice hears that somebody says nobody can. */
export const tellOfMainContactRequestsWork = (needs: TellMemberNeeds & { database: Database }): DueWork => ({
  name: tellOfRequestsName,
  every: minutes(5),
  runDue: async (now) => {
    const untold = await listUntold(needs.database, batch);
    return eachApart(untold, (id) =>
      inTransaction(needs.database, async (tx) => {
        if (!(await markTold(tx, id, now))) return 0;
        const request = await findRequest(tx, { id });
        if (request) await tellAll(needs, tx, request);
        return 1;
      }),
    );
  },
});

async function tellAll(needs: TellMemberNeeds, tx: Tx, request: MainContactRequest): Promise<void> {
  const { practice } = request;
  const href = `${needs.origin}${objectionAddress(practice.code, request.id)}`;
  const { support } = needs.settings;
  const administrators = await listAdministrators(tx, practice.id);
  const others = administrators.filter(
    ({ email }) => readEmailAddress(email)?.canonical !== request.email.canonical,
  );
  await tellAdministrators(needs, tx, others, {
    kind: 'main-contact-asked',
    practice,
    write: ({ fullName: name }, language) =>
      requestAskedEmail({ name, request, href, support }, wordsIn(mainContactGoneWords, language)),
  });
}
