// Owns: organisations as registers describe them, who registered, how registers come in, and the people of each.
// Tables: organisation, registration, register_import, access_request, member, member_role, invitation, handover,
// main_contact_request, leaver_report, access_review, closure, people_import; membership follows from member.
// Used by: support and clinic; the application for its pages, commands, due work and the sandbox.
export { lapseRequestsWork } from './access-requests/lapse-requests.ts';
export { addSandboxMember } from './add-sandbox-member.ts';
export { organisationAddress, samePageElsewhere } from './addresses.ts';
export { administersAnything } from './administrators/administers-anything.ts';
export { type Administrator, listAdministrators } from './administrators/administrators.store.ts';
export { helpersFor } from './administrators/helpers-for.ts';
export { passOnRequestsWork } from './ask-for-access/pass-on-requests.ts';
export { findRegistrationMade } from './check-registration/check-registration.store.ts';
export type { MadeRegistration } from './check-registration/registration.ts';
export { settleMovedBranchesWork } from './close-organisation/settle-moved-branches.ts';
export { watchClosuresWork } from './close-organisation/watch-closures.ts';
export { explainRefusal } from './ended-access/ended-access.ts';
export { lapseHandoversWork } from './hand-over/lapse-handovers.ts';
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
export { memberDatesWork } from './member-dates/member-dates.ts';
export { addReadyMember } from './members/add-ready-member.ts';
export { noteUse } from './members/note-use.store.ts';
export { organisationRoutes } from './organisations.routes.ts';
export { forgetPeople, peoplePersonalData } from './personal-data/people-personal-data.ts';
export { forgetRegistrations, registrationsPersonalData } from './personal-data/personal-data.ts';
export { markRegistered } from './places/mark-registered.store.ts';
export type { Organisation } from './places/organisation.ts';
export { readOrganisationCode } from './places/organisation-code.ts';
export { searchText } from './places/search-text.ts';
export { type RegisterForOutcome, registerFor } from './register-organisation/register-for.ts';
export type { RegisterOrganisationNeeds } from './register-organisation/register-organisation.ts';
export { openReviewsWork } from './review-access/open-reviews.ts';
export { sendInvitationsWork } from './send-invitations/send-invitations.ts';
export { organisationPages, waitingInvitations } from './waiting-invitations.ts';
export { organisationWatch } from './watch-administrators/organisation-watch.ts';
export { watchAdministratorsWork } from './watch-administrators/watch-administrators.ts';
