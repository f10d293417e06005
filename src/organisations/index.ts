// Owns: organisations as registers describe them, who registered, how registers come in, and the people of each.
// Tables: organisation, registration, register_import, access_request, member, member_role, invitation, handover,
// main_contact_request, leaver_report, access_review, closure, people_import; membership follows from member.
// Used by: support and clinic; the application for its pages, commands, due work and the sandbox.
export { lapseRequestsWork } from './access-requests/lapse-requests.ts';
export { addReadyMember } from './add-ready-member.ts';
export { addSandboxMember } from './add-sandbox-member.ts';
export { organisationAddress, samePageElsewhere } from './addresses.ts';
export { administersAnything } from './administers-anything.ts';
export { passOnRequestsWork } from './ask-for-access/pass-on-requests.ts';
export { settleMovedBranchesWork } from './close-organisation/settle-moved-branches.ts';
export { watchClosuresWork } from './close-organisation/watch-closures.ts';
export { lapseHandoversWork } from './hand-over/lapse-handovers.ts';
export { helpersFor } from './helpers-for.ts';
export { forgetPeopleFiles } from './import-people/forget-people-files.ts';
export { runPeopleImports } from './import-people/run-imports.ts';
export { sealedPeopleRows } from './import-people/sealed-row.ts';
export { fillSandboxRegister } from './import-register/fill-sandbox-register.ts';
export { importOrganisationsFile } from './import-register/import-organisations-file.ts';
export {
  type ImportOutcome,
  type ImportRegisterNeeds,
  importRegister,
} from './import-register/import-register.ts';
export { importWaitingRegisters } from './import-register/import-waiting-registers.ts';
export { tellOfMainContactRequestsWork } from './main-contact-gone/tell-administrators.ts';
export { markRegistered } from './mark-registered.store.ts';
export { memberDatesWork } from './member-dates/member-dates.ts';
export { noteUse } from './note-use.store.ts';
export type { Organisation } from './organisation.ts';
export { readOrganisationCode } from './organisation-code.ts';
export { organisationRoutes } from './organisations.routes.ts';
export { forgetPeople, peoplePersonalData } from './people-personal-data.ts';
export { forgetRegistrations, registrationsPersonalData } from './personal-data.ts';
export { openReviewsWork } from './review-access/open-reviews.ts';
export { searchText } from './search-text.ts';
export { sendInvitationsWork } from './send-invitations/send-invitations.ts';
export { organisationPages, waitingInvitations } from './waiting-invitations.ts';
export { organisationWatch } from './watch-administrators/organisation-watch.ts';
export { watchAdministratorsWork } from './watch-administrators/watch-administrators.ts';
