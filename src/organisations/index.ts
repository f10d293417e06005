// Owns: organisations as registers describe them, who registered, and how registers come in.
// Tables: organisation, registration, register_import, membership (with identity's invitations).
// Used by: support and clinic; the application for its pages, commands, due work and the sandbox.
export { passOnRequestsWork } from './ask-for-access/pass-on-requests.ts';
export { fillSandboxRegister } from './import-register/fill-sandbox-register.ts';
export { importOrganisationsFile } from './import-register/import-organisations-file.ts';
export {
  type ImportOutcome,
  type ImportRegisterNeeds,
  importRegister,
} from './import-register/import-register.ts';
export { importWaitingRegisters } from './import-register/import-waiting-registers.ts';
export { markRegistered } from './mark-registered.store.ts';
export type { Organisation } from './organisation.ts';
export { readOrganisationCode } from './organisation-code.ts';
export { organisationRoutes } from './organisations.routes.ts';
export { forgetRegistrations, registrationsPersonalData } from './personal-data.ts';
export { searchText } from './search-text.ts';
