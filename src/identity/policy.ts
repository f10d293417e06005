import { type Actor, holds } from '../kernel/actor.ts';
import type { AccountId } from '../kernel/ids.ts';
import { policy } from '../kernel/policy.ts';

/** An account as the policy sees it: whose, and whether its owner is an administrator of the support staff. */
export interface AdministeredAccount {
  accountId: AccountId;
  isAdministrator: boolean;
}

/** What staff can be. Whoever only writes articles, or only looks after payments, helps nobody with their account. */
export const staffRoles = ['agent', 'senior', 'accounts', 'editor', 'administrator'] as const;
export type StaffRole = (typeof staffRoles)[number];

/** A portal session never counts, whatever roles its owner holds: staff log in to the support realm. */
export const isStaff = (actor: Actor | undefined, ...roles: StaffRole[]): boolean =>
  actor?.person.realm === 'support' && holds(actor, 'support', ...roles);

/** Staff who see people's accounts and help with them. */
export const helpsPeople = (actor: Actor | undefined): boolean =>
  isStaff(actor, 'agent', 'senior', 'administrator');

/** Opening, stopping and restarting accounts: an administrator's only by administrators, one's own by nobody. */
export const administerAccounts = policy<AdministeredAccount>(
  'administer accounts',
  helpsPeople,
  (actor, account) =>
    actor?.person.accountId !== account.accountId &&
    (!account.isAdministrator || isStaff(actor, 'administrator')),
);

/** Closing an account because its owner asked: it ends in erasure, so not everybody at the desk may. */
export const closeAccounts = policy('close accounts', (actor) => isStaff(actor, 'administrator'));
