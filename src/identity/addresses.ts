import type { Realm } from '../kernel/actor.ts';

/** Where a person logs in to a realm. */
export const logInAddress = (realm: Realm): string => (realm === 'support' ? '/log-in/staff' : '/log-in');

/** Where a log in goes on that needs a security code. */
export const codeAddress = (realm: Realm): string => `${logInAddress(realm)}/code`;

/** Where a log in goes on that needs a way to get security codes first. */
export const setUpAddress = (realm: Realm): string => `${logInAddress(realm)}/set-up`;

/** Where a log in begins again that ran out, or ended, while it waited. */
export const logInAgainAddress = (realm: Realm, next: string): string =>
  `${logInAddress(realm)}?waited=too-long${next ? `&next=${encodeURIComponent(next)}` : ''}`;

/** Where a passkey takes the place of name and password. */
export const passkeyLogInAddress = (realm: Realm): string => `${logInAddress(realm)}/passkey`;

/** Where a passkey is given for a log in that waits for a security code. */
export const passkeyCodeAddress = (realm: Realm): string => `${codeAddress(realm)}/passkey`;

/** Where a passkey is given again before a change. */
export const passkeyConfirmAddress = (realm: Realm): string => `${confirmAddress(realm)}/passkey`;

/** Where a passkey is added in a log in that waits. */
export const setUpPasskeyAddress = (realm: Realm): string => `${setUpAddress(realm)}/passkey`;

/** An address of a log in that waits, which goes on to `next` in the end. */
export const withNext = (address: string, next: string): string =>
  next ? `${address}?next=${encodeURIComponent(next)}` : address;

/** Where a person asks for a new password of a realm. */
export const recoveryAddress = (realm: Realm): string => `/forgotten-details${realmQuery(realm)}`;

export const realmQuery = (realm: Realm): string => (realm === 'support' ? '?realm=support' : '');

/** Where a person is asked for their password again. */
export const confirmAddress = (realm: Realm): string =>
  realm === 'support' ? '/desk/confirm' : '/account/confirm';

/** The first page after log in. */
export const homeAddress = (realm: Realm): string => (realm === 'support' ? '/desk' : '/account');

/** Where a person sees and changes how they get security codes. */
export const securityAddress = (realm: Realm): string =>
  realm === 'support' ? '/desk/security' : '/account/security';

/** Where somebody who is logged in adds a passkey. */
export const addPasskeyAddress = (realm: Realm): string => `${securityAddress(realm)}/add/passkey`;

/** Where the browser code gets what it asks a passkey. */
export const passkeyOptionsAddress = (address: string): string => `${address}/options`;

export const profileAddress = '/account/profile';
export const accountDetailsAddress = '/account/details';
export const changeEmailAddress = '/account/details/email';
export const changePasswordAddress = '/account/details/password';

/** Where a person sees where they are logged in. */
export const devicesAddress = (realm: Realm): string =>
  realm === 'support' ? '/desk/devices' : '/account/devices';

export const notMeAddress = '/not-me';

/** The support centre's own sign in, and what it keeps of whoever uses it. */
export const ticketLogInAddress = '/tickets/log-in';
export const ticketLogOutAddress = '/tickets/log-out';
export const ticketAccountAddress = '/tickets/account';
export const ticketPasswordAddress = '/tickets/account/password';
export const ticketPasswordRemovalAddress = '/tickets/account/password/remove';
