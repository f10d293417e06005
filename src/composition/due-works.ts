import { sealEventsWork } from '../audit/index.ts';
import {
  createAccounts,
  eraseAccountsWork,
  forgetCodesWork,
  forgetEndedWork,
  forgetExportsWork,
  forgetPastWork,
  handleIntakeWork,
  prepareExportsWork,
  settleEmailChanges,
  tellOfEmailChanges,
  tellOfNewDevicesWork,
  tellOwnersWork,
  unusedAccountsWork,
} from '../identity/index.ts';
import {
  type DeliveryNeeds,
  deliverMessages,
  expireMessages,
  forgetMessages,
  pollTexts,
} from '../notifications/index.ts';
import {
  forgetPeople,
  forgetPeopleFiles,
  forgetRegistrations,
  importWaitingRegisters,
  lapseHandoversWork,
  lapseRequestsWork,
  memberDatesWork,
  openReviewsWork,
  passOnRequestsWork,
  runPeopleImports,
  sendInvitationsWork,
  settleMovedBranchesWork,
  tellOfMainContactRequestsWork,
  watchAdministratorsWork,
  watchClosuresWork,
} from '../organisations/index.ts';
import { forgetFiles } from '../platform/files/index.ts';
import type { DueWork } from '../platform/jobs/index.ts';
import { forgetPastLimits } from '../platform/limits/forget-past-limits.ts';
import {
  answerLinkedWork,
  attachmentWorks,
  closeSolvedTickets,
  forgetFeedbackWork,
  forgetHeldTickets,
  forgetTickets,
  lapseHeldTickets,
  mailWorks,
} from '../support/index.ts';
import type { Needs } from './needs.ts';
import { personalDataHolders } from './personal-data.ts';

/** Everything that happens by itself, in one list. */
export const allDueWorks = (
  needs: Needs,
  delivery: Pick<DeliveryNeeds, 'transports' | 'onAttempt'>,
): DueWork[] => [
  handleIntakeWork(needs),
  createAccounts(needs),
  tellOfEmailChanges(needs),
  settleEmailChanges(needs),
  tellOwnersWork(needs),
  tellOfNewDevicesWork(needs),
  unusedAccountsWork(needs),
  importWaitingRegisters(needs),
  runPeopleImports(needs),
  passOnRequestsWork(needs),
  sendInvitationsWork(needs),
  lapseRequestsWork(needs),
  lapseHandoversWork(needs),
  tellOfMainContactRequestsWork(needs),
  memberDatesWork(needs),
  watchAdministratorsWork(needs),
  openReviewsWork(needs),
  watchClosuresWork(needs),
  settleMovedBranchesWork(needs),
  lapseHeldTickets(needs),
  closeSolvedTickets(needs),
  ...mailWorks(needs),
  ...attachmentWorks(needs),
  answerLinkedWork(needs),
  deliverMessages({ ...needs, ...delivery }),
  expireMessages(needs),
  pollTexts({ ...needs, ...delivery }),
  forgetPastLimits(needs),
  forgetPastWork(needs),
  forgetCodesWork(needs),
  ...dataRightsWorks(needs),
  sealEventsWork(needs),
];

/** What people may ask of the data about them, and what time does to it by itself. */
const dataRightsWorks = (needs: Needs): DueWork[] => {
  const holders = personalDataHolders(needs);
  return [
    prepareExportsWork({ ...needs, holders }),
    forgetExportsWork(needs),
    eraseAccountsWork({ ...needs, holders }),
    forgetEndedWork(needs),
    forgetMessages(needs),
    forgetFeedbackWork(needs),
    forgetHeldTickets(needs),
    forgetTickets(needs),
    forgetRegistrations(needs),
    forgetPeople(needs),
    forgetPeopleFiles(needs),
    forgetFiles(needs),
  ];
};
