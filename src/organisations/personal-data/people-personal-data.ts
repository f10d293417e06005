import type { Clock } from '../../kernel/clock.ts';
import { before, days } from '../../kernel/duration.ts';
import { type Database, inTransaction, type Tx } from '../../platform/database/database.ts';
import type { PersonalDataHolder } from '../../platform/database/personal-data.ts';
import type { DueWork } from '../../platform/jobs/due-work.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import * as members from './members-data.store.ts';
import * as requests from './requests-data.store.ts';

/** What organisations hold about their people, and what people asked of organisations. */
export const peoplePersonalData = ({ clock }: { clock: Clock }): PersonalDataHolder => ({
  collect: async (db, person) => ({
    memberships: await members.listMembersOfSubject(db, person),
    handovers: await members.listHandoversOfSubject(db, person.accountId),
    reviews: await members.listReviewsOfSubject(db, person.accountId),
    accessRequests: await requests.listAccessRequestsOf(db, person),
    mainContactRequests: await requests.listMainContactRequestsOf(db, person.addresses),
    leavers: await requests.listLeaverReportsBy(db, person.accountId),
    peopleFiles: await members.listPeopleFilesOf(db, person.accountId),
  }),
  erase: async (tx, person) => {
    await members.blankMembersOfSubject(tx, person, clock.now());
    await requests.eraseAccessRequestsOf(tx, person);
    await requests.eraseMainContactRequestsOf(tx, person.addresses);
    await requests.blankLeaverReportsBy(tx, person.accountId);
  },
});

const batch = 500;

interface ForgetPeopleNeeds {
  database: Database;
  settings: Pick<Settings, 'retention'>;
}

/** Forgets who was removed, reviewed or invited in vain, and what was asked and decided, each after its time. */
export const forgetPeople = ({ database, settings: { retention } }: ForgetPeopleNeeds): DueWork => ({
  name: 'forget-people',
  every: days(1),
  runDue: (now) =>
    inTransaction(database, async (tx) => {
      const { removedMembers, unusedInvitations, accessRequests } = retention;
      const forgotten = [
        await members.removePastMembers(tx, before(now, removedMembers), batch),
        await members.removePastReviews(tx, before(now, removedMembers), batch),
        await members.removePastInvitations(tx, before(now, unusedInvitations), batch),
        await forgetRequests(tx, before(now, accessRequests)),
      ];
      return forgotten.reduce((sum, count) => sum + count, 0);
    }),
});

async function forgetRequests(tx: Tx, endedBefore: Date): Promise<number> {
  const access = await requests.removePastAccessRequests(tx, endedBefore, batch);
  const mainContact = await requests.removePastMainContactRequests(tx, endedBefore, batch);
  return access + mainContact + (await requests.removePastLeaverReports(tx, endedBefore, batch));
}
