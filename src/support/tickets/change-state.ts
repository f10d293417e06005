import type { Audit, AuditEvent } from '../../audit/index.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { aboutTicket } from './about-ticket.ts';
import { announceTicket } from './announce-ticket.ts';
import { saveProgress, type TicketProgress } from './ticket.store.ts';
import { isOurTurn, type Ticket, type TicketState } from './ticket.ts';
import { turnClocks } from './ticket-clocks.ts';

export interface TicketNeeds {
  audit: Audit;
  clock: Clock;
  settings: Settings;
}

/** From where a ticket can go where; what is closed stays closed. */
const ways: Record<TicketState, readonly TicketState[]> = {
  held: ['new', 'closed'],
  new: ['open', 'waiting-for-you', 'waiting-for-us', 'solved', 'closed'],
  open: ['waiting-for-you', 'waiting-for-us', 'solved', 'closed'],
  'waiting-for-you': ['open', 'waiting-for-us', 'solved', 'closed'],
  'waiting-for-us': ['open', 'waiting-for-you', 'solved', 'closed'],
  solved: ['waiting-for-us', 'open', 'closed'],
  closed: [],
};

export const canBecome = (from: TicketState, to: TicketState): boolean =>
  from === to || ways[from].includes(to);

interface Change {
  to: TicketState;
  by: AuditEvent['actor'];
  reason?: string;
  /** A message was written with it. */
  message?: 'requester' | 'support';
}

/**
 * Takes a ticket that is held by this transaction to another state, with its clocks, and audits it. A state that it
 * cannot reach from where it is is a mistake of the caller: ask `canBecome` first.
 */
export async function changeState(
  needs: TicketNeeds,
  tx: Tx,
  ticket: Ticket,
  change: Change,
): Promise<Ticket> {
  const { to, by, message } = change;
  if (!canBecome(ticket.state, to)) throw new Error(`a ${ticket.state} ticket cannot become ${to}`);
  const now = needs.clock.now();
  const progress = {
    ...progressOf(needs, ticket, to, now),
    ...(message && messageProgress(ticket, message, now)),
  };
  const reopened = ticket.state === 'solved' && isOurTurn(to);
  await saveProgress(tx, ticket.id, progress, reopened);
  await announceTicket(tx, ticket.id);
  if (to !== ticket.state) {
    await needs.audit.record(tx, {
      action: reopened ? 'ticket-reopened' : `ticket-${to}`,
      actor: by,
      ...aboutTicket(ticket),
      ...(change.reason !== undefined && { reason: change.reason }),
    });
  }
  return { ...ticket, ...progress };
}

/**
 * Brings back what support closed by a mistake of its own, as it was or to whose turn it was. Nobody else can ask for it: what is
 * closed stays closed.
 */
export async function reviveTicket(
  needs: TicketNeeds,
  tx: Tx,
  ticket: Ticket,
  { by, reason }: { by: AuditEvent['actor']; reason: string },
): Promise<void> {
  const turn = ticket.lastMessageBy === 'support' ? 'waiting-for-you' : 'waiting-for-us';
  const to = ticket.solvedAt ? 'solved' : turn;
  await saveProgress(tx, ticket.id, progressOf(needs, ticket, to, needs.clock.now()), true);
  await announceTicket(tx, ticket.id);
  await needs.audit.record(tx, {
    action: 'ticket-reopened',
    actor: by,
    ...aboutTicket(ticket),
    reason,
  });
}

function progressOf(needs: TicketNeeds, ticket: Ticket, to: TicketState, now: Date): TicketProgress {
  const isNew = to !== ticket.state;
  return {
    ...turnClocks(needs.settings, ticket, to, now),
    state: to,
    firstAnsweredAt: ticket.firstAnsweredAt,
    lastMessageAt: ticket.lastMessageAt,
    lastMessageBy: ticket.lastMessageBy,
    stateChangedAt: isNew ? now : ticket.stateChangedAt,
    solvedAt: to === 'solved' ? (ticket.solvedAt ?? now) : to === 'closed' ? ticket.solvedAt : null,
    closedAt: to === 'closed' ? (ticket.closedAt ?? now) : null,
    confirmedAt: ticket.state === 'held' && to === 'new' ? now : ticket.confirmedAt,
  };
}

const messageProgress = (ticket: Ticket, by: 'requester' | 'support', now: Date) => ({
  lastMessageAt: now,
  lastMessageBy: by,
  ...(by === 'support' && { firstAnsweredAt: ticket.firstAnsweredAt ?? now }),
});
