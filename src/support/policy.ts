import { helpsPeople, isStaff, staffRoles } from '../identity/index.ts';
import type { Actor } from '../kernel/actor.ts';
import type { AccountId } from '../kernel/ids.ts';
import { policy } from '../kernel/policy.ts';

/** Everybody with a role at the desk; what they see there depends on it. */
export const enterDesk = policy('enter the desk', (actor) => isStaff(actor, ...staffRoles));

/** Staff who see people's accounts and help with them. */
export const deskStaff = policy('desk staff', helpsPeople);

export const administrator = policy('administrator', (actor) => isStaff(actor, 'administrator'));

/** Nobody changes their own access, so that no slip locks the last one out and no stolen session widens it. */
export const changeStaffAccess = policy<{ accountId: AccountId }>(
  'change staff access',
  administrator.admits,
  (actor, staff) => administrator.admits(actor) && actor?.person.accountId !== staff.accountId,
);

/** A ticket as a policy sees it. */
export interface TicketInPolicy {
  subjectKey: string;
}

const answers = (actor: Actor | undefined): boolean =>
  isStaff(actor, 'agent', 'senior', 'accounts', 'administrator');

/** Tickets are read by whoever answers them; accounts staff read those about payments alone. */
export const answerTickets = policy<TicketInPolicy>(
  'answer tickets',
  answers,
  (actor, { subjectKey }) => helpsPeople(actor) || (isStaff(actor, 'accounts') && subjectKey === 'payments'),
);

/** Several at once, the views and replies of everybody, and files and mail that wait for a decision. */
export const overseeTickets = policy('oversee tickets', (actor) => isStaff(actor, 'senior', 'administrator'));

/** What stands beside a ticket about the person's account. */
export const seePersonBesideTicket = policy('see the person beside a ticket', helpsPeople);

export const writeArticles = policy('write articles', (actor) => isStaff(actor, 'editor', 'administrator'));

/** Trouble that is known is told at once, by whoever sees it first among the experienced. */
export const publishNotices = policy('publish notices', (actor) =>
  isStaff(actor, 'senior', 'editor', 'administrator'),
);

export const seeDashboard = policy('see the dashboard', (actor) =>
  isStaff(actor, 'agent', 'senior', 'accounts', 'editor', 'administrator'),
);

export const manageTeams = policy('manage teams', administrator.admits);
