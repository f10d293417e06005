import { type Actor, holds } from '../kernel/actor.ts';
import type { AccountId } from '../kernel/ids.ts';
import { policy } from '../kernel/policy.ts';

/** A portal session never counts, whatever roles its owner holds: staff log in to the support realm. */
const isStaff = (actor: Actor | undefined, ...roles: string[]): boolean =>
  actor?.person.realm === 'support' && holds(actor, 'support', ...roles);

export const deskStaff = policy('desk staff', (actor) => isStaff(actor, 'agent', 'administrator'));

export const administrator = policy('administrator', (actor) => isStaff(actor, 'administrator'));

/** Nobody changes their own access, so that no slip locks the last one out and no theft of a session widens it. */
export const changeStaffAccess = policy<{ accountId: AccountId }>(
  'change staff access',
  administrator.admits,
  (actor, staff) => actor?.person.accountId !== staff.accountId,
);
