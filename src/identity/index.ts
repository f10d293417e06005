// Owns accounts, names, passwords, sessions, devices, links that let people in, and the closing of password entry.
// Tables: account, account_email, login_name, password, upstream_identity, device, session, password_entry,
// access_link, intake. Every module may use it; it uses only audit and notifications.

export { findAccount, findAccountByEmail } from './account.store.ts';
export type { Account, AccountState } from './account.ts';
export { activateRoutes } from './activate/activate.routes.ts';
export { addReadyAccount } from './invite/add-ready-account.ts';
export {
  type InviteAccountNeeds,
  type InviteAccountOutcome,
  inviteAccount,
} from './invite/invite-account.ts';
export { tellOwnersWork } from './lockout/tell-owner.ts';
export { logInRoutes } from './log-in/log-in.routes.ts';
export { logOutRoutes } from './log-out/log-out.routes.ts';
export { addMembership } from './membership.store.ts';
export { createPasswordHasher, type PasswordHasher } from './passwords/password-hashing.ts';
export { profileRoutes } from './profile/profile.routes.ts';
export { handleIntakeWork } from './recover-account/handle-intake.ts';
export { recoverAccountRoutes } from './recover-account/recover-account.routes.ts';
export { identify } from './sessions/identify.ts';
export { readSessionToken } from './sessions/session-cookies.ts';
