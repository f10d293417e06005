import type { Actor } from '../../../kernel/actor.ts';
import type { AccountId } from '../../../kernel/ids.ts';
import type { Database, Tx } from '../../../platform/database/database.ts';
import { aboutTicket } from '../../tickets/about-ticket.ts';
import { announceTicket } from '../../tickets/announce-ticket.ts';
import { canBecome, changeState, type TicketNeeds } from '../../tickets/change-state.ts';
import type { NoticeId, TeamId, Ticket, TicketState } from '../../tickets/ticket.ts';
import { prioritiseClocks } from '../../tickets/ticket-clocks.ts';
import { saveAssignee, saveNotice, savePriority, saveTags, saveTeam } from './apply-wish.store.ts';
import { listAssignees, listCurrentNotices, listTeams } from './people-of-desk.store.ts';

export interface ChangeTicketNeeds extends TicketNeeds {
  database: Database;
}

/** What is to be so; what is left out stays as it is. */
export interface Wish {
  assignedTo?: string | null;
  teamId?: string | null;
  priority?: number;
  tags?: readonly string[];
  noticeId?: string | null;
  state?: TicketState;
}

export type ChangeOutcome =
  | 'changed'
  | 'nothing-changed'
  | 'closed'
  | 'cannot-become'
  | 'not-assignable'
  | 'no-such-team'
  | 'no-such-notice';

/** The states that staff can choose by themselves. */
export const chosenStates = ['open', 'waiting-for-us', 'waiting-for-you', 'solved', 'closed'] as const;

/** From where a ticket is now; a held one waits for its address, whatever they choose. */
export const choosableStates = (state: TicketState): TicketState[] =>
  chosenStates.filter((to) => to !== state && canBecome(state, to));

/** Changes what is known about a ticket that the transaction holds; all of it or, with the reason why, nothing. */
export async function applyWish(
  needs: ChangeTicketNeeds,
  tx: Tx,
  actor: Actor,
  ticket: Ticket,
  wish: Wish,
): Promise<ChangeOutcome> {
  if (ticket.state === 'closed') return 'closed';
  const problem = await problemOf(needs, tx, ticket, wish);
  if (problem) return problem;
  const changes = [
    await assign(needs, tx, actor, ticket, wish),
    await giveToTeam(needs, tx, actor, ticket, wish),
    await tag(needs, tx, actor, ticket, wish),
    await tie(needs, tx, actor, ticket, wish),
    await prioritise(needs, tx, actor, ticket, wish),
  ];
  const { state } = wish;
  const becomes = state !== undefined && state !== ticket.state;
  // Its clocks are those of the priority it has now.
  const current = changes.at(-1) ? { ...ticket, ...prioritised(needs, ticket, wish) } : ticket;
  if (becomes) await changeState(needs, tx, current, { to: state, by: actor });
  if (!becomes && !changes.some(Boolean)) return 'nothing-changed';
  await announceTicket(tx, ticket.id);
  return 'changed';
}

async function problemOf(
  needs: ChangeTicketNeeds,
  tx: Tx,
  ticket: Ticket,
  { assignedTo, teamId, noticeId, state }: Wish,
): Promise<ChangeOutcome | undefined> {
  if (state !== undefined && state !== ticket.state && !choosableStates(ticket.state).includes(state))
    return 'cannot-become';
  const has = (known: readonly { id: string }[], id: string) => known.some((each) => each.id === id);
  if (assignedTo && assignedTo !== ticket.assignedTo)
    if (!has(await listAssignees(tx, ticket.subjectKey), assignedTo)) return 'not-assignable';
  if (teamId && teamId !== ticket.teamId && !has(await listTeams(tx), teamId)) return 'no-such-team';
  if (noticeId && noticeId !== ticket.noticeId)
    if (!has(await listCurrentNotices(tx, needs.clock.now()), noticeId)) return 'no-such-notice';
  return undefined;
}

type Part = (needs: ChangeTicketNeeds, tx: Tx, actor: Actor, ticket: Ticket, wish: Wish) => Promise<boolean>;

const assign: Part = async (needs, tx, actor, ticket, { assignedTo }) => {
  if (assignedTo === undefined || assignedTo === ticket.assignedTo) return false;
  await saveAssignee(tx, ticket.id, assignedTo as AccountId | null);
  await record(needs, tx, actor, ticket, assignedTo ? 'ticket-assigned' : 'ticket-unassigned');
  return true;
};

const giveToTeam: Part = async (needs, tx, actor, ticket, { teamId }) => {
  if (teamId === undefined || teamId === ticket.teamId) return false;
  await saveTeam(tx, ticket.id, teamId as TeamId | null);
  await record(needs, tx, actor, ticket, 'ticket-team-changed');
  return true;
};

const tag: Part = async (needs, tx, actor, ticket, { tags }) => {
  if (tags === undefined || tags.join() === ticket.tags.join()) return false;
  await saveTags(tx, ticket.id, tags);
  await record(needs, tx, actor, ticket, 'ticket-tagged');
  return true;
};

const tie: Part = async (needs, tx, actor, ticket, { noticeId }) => {
  if (noticeId === undefined || noticeId === ticket.noticeId) return false;
  await saveNotice(tx, ticket.id, noticeId as NoticeId | null);
  await record(needs, tx, actor, ticket, 'ticket-notice-changed');
  return true;
};

const prioritise: Part = async (needs, tx, actor, ticket, wish) => {
  const { priority } = wish;
  if (priority === undefined || priority === ticket.priority) return false;
  await savePriority(tx, ticket.id, priority, prioritised(needs, ticket, wish));
  await record(needs, tx, actor, ticket, 'ticket-priority-changed');
  return true;
};

const prioritised = ({ settings, clock }: ChangeTicketNeeds, ticket: Ticket, { priority }: Wish) => ({
  priority: priority ?? ticket.priority,
  ...prioritiseClocks(settings, ticket, priority ?? ticket.priority, clock.now()),
});

const record = (
  { audit }: ChangeTicketNeeds,
  tx: Tx,
  actor: Actor,
  ticket: Ticket,
  action: string,
): Promise<void> => audit.record(tx, { action, actor, ...aboutTicket(ticket) });
