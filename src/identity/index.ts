// Owns accounts, names, passwords, sessions, devices, links that let people in, and the closing of password entry.
// Tables: account, account_email, login_name, password, upstream_identity, device, session, entry_lane, factor,
// recovery_code, factor_setup, sent_code, spent_challenge, log_in_attempt, factor_reset_request, factor_asked,
// access_link, email_change, intake, support_address. Every module may use it; it uses only audit and notifications.

export { switchOrganisationAddress } from './access/access.addresses.ts';
export { accessRoutes } from './access/access.routes.ts';
export { voidLinks } from './access-links/access-link.store.ts';
export { accountRoutes } from './account.routes.ts';
export { findAccount, findAccountByEmail, lockAccount, lockAddress } from './account.store.ts';
export { type Account, type AccountState, languageOf } from './account.ts';
export { isCurrentAddress } from './account-email.store.ts';
export type { OrganisationPages, WaitingInvitations } from './account-home/waiting-invitations.ts';
export { accountNavigation } from './account-navigation.ts';
export { accountSecurityRoutes } from './account-security/account-security.routes.ts';
export { activateRoutes } from './activate/activate.routes.ts';
export { activityRoutes } from './activity/activity.routes.ts';
export { addPasskeyRoutes } from './add-passkey/add-passkey.routes.ts';
export {
  confirmAddress,
  ticketAccountAddress,
  ticketLogInAddress,
  ticketLogOutAddress,
  ticketPasswordAddress,
} from './addresses.ts';
export { type ActivateAgainOutcome, activateAgain } from './administer-account/activate-again.ts';
export { type ClosedLane, listClosedLanes } from './administer-account/administer-account.store.ts';
export { type AllowChangesOutcome, allowChanges } from './administer-account/allow-changes.ts';
export { type CloseForPersonOutcome, closeForPerson } from './administer-account/close-account.ts';
export { type ContactOnRecord, listContactsOnRecord } from './administer-account/contacts-on-record.ts';
export { type DeactivateOutcome, deactivateAccount } from './administer-account/deactivate-account.ts';
export { endAllSessions } from './administer-account/end-all-sessions.ts';
export type { Administering, AdministerNeeds, DeathNeeds } from './administer-account/hold-account.ts';
export { reactivateUnused } from './administer-account/reactivate-unused.ts';
export { type SendWayInOutcome, sendWayIn } from './administer-account/send-link.ts';
export { reopenTicketAccount, shutTicketAccount } from './administer-account/shut-ticket-account.ts';
export { type StopForDeathOutcome, stopForDeath } from './administer-account/stop-for-death.ts';
export { type UnlockOutcome, unlockAccount } from './administer-account/unlock-account.ts';
export { unusedAccountsWork } from './administer-account/unused-accounts.ts';
export { cannotUseRoutes } from './cannot-use-codes/cannot-use.routes.ts';
export { settleEmailChanges } from './change-email/settle-changes.ts';
export { tellOfEmailChanges } from './change-email/tell-of-change.ts';
export { closeAccountRoutes } from './close-account/close-account.routes.ts';
export { type EraseAccountsNeeds, eraseAccountsWork } from './close-account/erase-accounts.ts';
export type { ClosingNeeds } from './closing.ts';
export { confirmIdentityRoutes } from './confirm-identity/confirm-identity.routes.ts';
export { confirmPasskeyRoutes } from './confirm-identity/confirm-passkey.routes.ts';
export {
  type AnswerCorrectionNeeds,
  answerCorrection,
  type Correction,
  readCorrection,
} from './correct-data/answer-correction.ts';
export { correctDataRoutes } from './correct-data/correct-data.routes.ts';
export { sealedCorrections } from './correct-data/correction.store.ts';
export { createAccountRoutes } from './create-account/create-account.routes.ts';
export { createAccounts } from './create-account/create-accounts.ts';
export { sealedExports } from './data-rights/data-export.store.ts';
export { dataRightsRoutes } from './data-rights/data-rights.routes.ts';
export { forgetExportsWork, prepareExportsWork } from './data-rights/prepare-exports.ts';
export { devicesRoutes } from './devices/devices.routes.ts';
export { tellOfNewDevicesWork } from './devices/tell-of-new-device.ts';
export { forgetCodesWork } from './forget-codes.ts';
export { forgetEndedWork } from './forget-ended.ts';
export { forgetPastWork } from './forget-past.ts';
export { fullNameField } from './full-name-field.ts';
export type { HelpersFor } from './helpers.ts';
export {
  type ImportAccountsOptions,
  importAccountsFile,
} from './import-accounts/import-accounts-file.ts';
export { accountsFormats } from './import-accounts/read-accounts-file.ts';
export { hasPassword } from './intake.store.ts';
export { addReadyAccount } from './invite/add-ready-account.ts';
export { type AddressStanding, holdAddress, readAddressStanding } from './invite/address-standing.ts';
export {
  type InviteAccountNeeds,
  type InviteAccountOutcome,
  inviteAccount,
} from './invite/invite-account.ts';
export { limitNetwork } from './limit-network.ts';
export { tellOwnersWork } from './lockout/tell-owner.ts';
export { logInRoutes } from './log-in/log-in.routes.ts';
export { logInCodeRoutes } from './log-in-code/log-in-code.routes.ts';
export { logInPasskeyRoutes } from './log-in-passkey/log-in-passkey.routes.ts';
export { logOutRoutes } from './log-out/log-out.routes.ts';
export { addMembership, countOthersInRole, endMemberships, holdRole, listRoles } from './membership.store.ts';
export { notMeRoutes } from './not-me/not-me.routes.ts';
export type { OrganisationWatch } from './organisation-watch.ts';
export { createPasswordHasher, type PasswordHasher } from './passwords/password-hashing.ts';
export { identityPersonalData } from './personal-data.ts';
export {
  administerAccounts,
  closeAccounts,
  helpsPeople,
  isStaff,
  type StaffRole,
  staffRoles,
} from './policy.ts';
export { handleIntakeWork } from './recover-account/handle-intake.ts';
export { recoverAccountRoutes } from './recover-account/recover-account.routes.ts';
export { addReadyFactor } from './second-factors/add-ready-factor.ts';
export { authenticatorSecretLength, codeAt } from './second-factors/authenticator.ts';
export { endUnprovenSessions } from './second-factors/end-unproven-sessions.ts';
export type { FactorKind } from './second-factors/factor.ts';
export { needsFactor } from './second-factors/factor-policy.ts';
export { sealedFactors, sealedSetUps } from './second-factors/reseal-factors.ts';
export {
  findResetRequest,
  listResetRequests,
  type ResetRequest,
} from './second-factors/reset-request.store.ts';
export { identify, type NoteUse } from './sessions/identify.ts';
export { createKeptForms } from './sessions/kept-forms.ts';
export { findLapsedSession } from './sessions/renew-session.store.ts';
export { askFresh, isConfirmed } from './sessions/renew-session.ts';
export { endRealmSessions } from './sessions/session.store.ts';
export { readSessionToken } from './sessions/session-cookies.ts';
export { setUpFactorRoutes } from './set-up-factor/set-up-factor.routes.ts';
export { addStaffTask, finishStaffTask } from './staff-task.store.ts';
export { sessionAddresses, sessionLeft, stayRoutes } from './stay-logged-in/stay-logged-in.routes.ts';
export { letIntoTickets } from './support-sign-in/let-into-tickets.ts';
export {
  type LogInToTicketsNeeds,
  type LogInToTicketsOutcome,
  logInToTickets,
} from './support-sign-in/log-in-to-tickets.ts';
export { loggedInToTickets, supportSignInRoutes } from './support-sign-in/support-sign-in.routes.ts';
export { giveTicketSession, ticketBrowserOf } from './support-sign-in/ticket-cookies.ts';
export type { TicketSessionNeeds } from './support-sign-in/ticket-session.ts';
export { findTicketAccount, lockTicketAccount } from './ticket-account.store.ts';
export type { OwnerFound, TicketWatch } from './ticket-watch.ts';
