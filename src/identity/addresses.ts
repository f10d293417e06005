import type { Realm } from '../kernel/actor.ts';

/** Where a person logs in to a realm. */
export const logInAddress = (realm: Realm): string => (realm === 'support' ? '/log-in/staff' : '/log-in');

/** Where a person asks for a new password of a realm. */
export const recoveryAddress = (realm: Realm): string => `/forgotten-details${realmQuery(realm)}`;

export const realmQuery = (realm: Realm): string => (realm === 'support' ? '?realm=support' : '');

/** Where a person is asked for their password again. */
export const confirmAddress = (realm: Realm): string =>
  realm === 'support' ? '/desk/confirm' : '/account/confirm';

/** The first page after log in. */
export const homeAddress = (realm: Realm): string => (realm === 'support' ? '/desk' : '/account');

export const profileAddress = '/account/profile';
export const accountDetailsAddress = '/account/details';
export const changeEmailAddress = '/account/details/email';
export const changePasswordAddress = '/account/details/password';

/** Where a person sees where they are logged in. */
export const devicesAddress = (realm: Realm): string =>
  realm === 'support' ? '/desk/devices' : '/account/devices';

export const notMeAddress = '/not-me';
