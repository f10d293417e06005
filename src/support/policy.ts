import { isStaff } from '../identity/index.ts';
import type { AccountId } from '../kernel/ids.ts';
import { policy } from '../kernel/policy.ts';

export const deskStaff = policy('desk staff', (actor) => isStaff(actor, 'agent', 'administrator'));

export const administrator = policy('administrator', (actor) => isStaff(actor, 'administrator'));

/** Nobody changes their own access, so that no slip locks the last one out and no stolen session widens it. */
export const changeStaffAccess = policy<{ accountId: AccountId }>(
  'change staff access',
  administrator.admits,
  (actor, staff) => administrator.admits(actor) && actor?.person.accountId !== staff.accountId,
);
