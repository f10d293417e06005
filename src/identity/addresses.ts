import type { Realm } from '../kernel/actor.ts';

/** Where a person logs in to a realm. */
export const logInAddress = (realm: Realm): string => (realm === 'support' ? '/log-in/staff' : '/log-in');

/** Where a person asks for a new password of a realm. */
export const recoveryAddress = (realm: Realm): string => `/forgotten-details${realmQuery(realm)}`;

export const realmQuery = (realm: Realm): string => (realm === 'support' ? '?realm=support' : '');
