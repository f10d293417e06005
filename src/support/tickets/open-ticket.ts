import type { Actor } from '../../kernel/actor.ts';
import { dayAt, daysFrom } from '../../kernel/calendar-day.ts';
import { days } from '../../kernel/duration.ts';
import type { AccountId, Ids, OrganisationId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { TicketSubject } from '../../platform/settings/support-settings.ts';
import { aboutTicket } from './about-ticket.ts';
import type { TicketNeeds } from './change-state.ts';
import type { Requester } from './requester.store.ts';
import { addTicket } from './ticket.store.ts';
import {
  type AccountProof,
  type NoticeId,
  priorityNumber,
  type TeamId,
  type Ticket,
  type TicketChannel,
  type TicketId,
} from './ticket.ts';
import { startClocks } from './ticket-clocks.ts';

export interface OpenTicketNeeds extends TicketNeeds {
  ids: Ids;
}

export interface NewTicket {
  subject: TicketSubject;
  /** One line, at most 200 characters. */
  title: string;
  /** What the subject's questions were answered with, by their keys. */
  answers?: Readonly<Record<string, string>>;
  requester: Requester;
  channel: TicketChannel;
  /** Whether it waits until the address is confirmed. Nobody is written to before. */
  isHeld: boolean;
  /** The portal account that is proven to be the requester's, and how. */
  account?: { id: AccountId; proof: AccountProof };
  organisationId?: OrganisationId | undefined;
  teamId?: TeamId | undefined;
  noticeId?: NoticeId | undefined;
  splitFrom?: TicketId;
  /** The closed one it asks again about. */
  follows?: TicketId | undefined;
  /** Who of the staff works on it from the beginning. */
  assignedTo?: AccountId;
  /** Instead of the subject's own; 1 is urgent, 4 low. */
  priority?: number;
  tags?: readonly string[];
  by: Actor | 'anyone' | 'system';
  clientNetwork?: string;
}

/** Begins a ticket, with its clocks unless it is held. Its first message follows, by `writeMessage`. */
export async function openTicket(needs: OpenTicketNeeds, tx: Tx, asked: NewTicket): Promise<Ticket> {
  const now = needs.clock.now();
  const { account, by, clientNetwork, requester } = asked;
  const priority = asked.priority ?? priorityNumber(asked.subject.priority);
  const state = asked.isHeld ? 'held' : 'new';
  const ticket: Ticket = {
    id: needs.ids.next<'ticket'>(),
    reference: needs.ids.reference(),
    subjectKey: asked.subject.key,
    title: asked.title,
    answers: asked.answers ?? {},
    state,
    priority,
    channel: asked.channel,
    requesterId: requester.id,
    accountId: account?.id ?? null,
    accountProof: account?.proof ?? null,
    organisationId: asked.organisationId ?? null,
    teamId: asked.teamId ?? null,
    assignedTo: asked.assignedTo ?? null,
    tags: asked.tags ?? [],
    noticeId: asked.noticeId ?? null,
    mergedInto: null,
    splitFrom: asked.splitFrom ?? null,
    follows: asked.follows ?? null,
    createdAt: now,
    confirmedAt: asked.isHeld ? null : now,
    ...startClocks(needs.settings, state, priority, now),
    firstAnsweredAt: null,
    lastMessageAt: now,
    lastMessageBy: 'requester',
    stateChangedAt: now,
    solvedAt: null,
    closedAt: null,
    rating: null,
    complaintDueOn: asked.subject.kind === 'complaint' ? complaintDueOn(needs, now) : null,
  };
  await addTicket(
    tx,
    ticket,
    [ticket.reference, ticket.title, requester.fullName, requester.canonical].join(' '),
  );
  await needs.audit.record(tx, {
    action: 'ticket-opened',
    actor: by,
    ...aboutTicket(ticket),
    ...(clientNetwork !== undefined && { clientNetwork }),
  });
  return ticket;
}

/** Counted from the day it was made, whether or not support was open. */
function complaintDueOn({ settings }: TicketNeeds, now: Date): string {
  const today = dayAt(now, settings.service.timeZone);
  return daysFrom(today, Math.floor(settings.tickets.complaintsWithin / days(1)));
}
