import type { Actor } from '../../../../kernel/actor.ts';
import { type Database, inTransaction } from '../../../../platform/database/database.ts';
import type { Nudge } from '../../../../platform/jobs/index.ts';
import { claimAttachments } from '../../../attachments/claim-attachments.ts';
import { announceTicket } from '../../../tickets/announce-ticket.ts';
import { canBecome } from '../../../tickets/change-state.ts';
import { type AttachmentId, isOurTurn, type TicketState } from '../../../tickets/ticket.ts';
import { type WriteMessageNeeds, writeMessage } from '../../../tickets/write-message.ts';
import { holdDeskTicket } from '../hold-desk-ticket.ts';
import { findNewestMessage, type NewestMessage } from '../presence/newest-message.store.ts';
import { noteWriting } from '../presence/presence.store.ts';

export interface AnswerTicketNeeds extends WriteMessageNeeds {
  database: Database;
  nudge: Nudge;
}

/** `stay`: it is neither theirs nor done; whoever answered goes on working on it. */
export const leavings = ['waiting-for-you', 'solved', 'stay'] as const;
export type Leaving = (typeof leavings)[number];

export const stateAfter = (state: TicketState, leaves: Leaving): TicketState => {
  if (leaves !== 'stay') return leaves;
  return isOurTurn(state) ? 'open' : state;
};

/** What can become of a ticket with an answer; nothing while it takes none. */
export const possibleLeavings = (state: TicketState): Leaving[] =>
  state === 'held' || state === 'closed'
    ? []
    : leavings.filter((leaves) => canBecome(state, stateAfter(state, leaves)));

export type AnswerOutcome =
  | { outcome: 'answered' }
  /** Somebody wrote since the page was opened, and the answer may be wrong by now. */
  | { outcome: 'newer'; newest: NewestMessage; now: Date }
  | { outcome: 'takes-no-answer' };

/** Answers a ticket by e-mail, unless there is a newer message than its writer saw. */
export async function answerTicket(
  needs: AnswerTicketNeeds,
  actor: Actor | undefined,
  answer: {
    reference: string;
    body: string;
    leaves: Leaving;
    /** How many messages were on the page it was written on. */
    seen: string;
    files: readonly { id: AttachmentId }[];
  },
): Promise<AnswerOutcome> {
  return inTransaction(needs.database, async (tx) => {
    const ticket = await holdDeskTicket(tx, actor, answer.reference);
    const { person } = actor as Actor;
    if (!possibleLeavings(ticket.state).includes(answer.leaves)) return { outcome: 'takes-no-answer' };
    const newest = await findNewestMessage(tx, ticket.id);
    const now = needs.clock.now();
    if (newest && String(newest.count) !== answer.seen) return { outcome: 'newer', newest, now };
    const { messageId } = await writeMessage(needs, tx, ticket, {
      kind: 'from-support',
      channel: 'web',
      body: answer.body,
      by: actor as Actor,
      writtenBy: person.accountId,
      leaves: stateAfter(ticket.state, answer.leaves),
    });
    await claimAttachments(needs, tx, answer.files, { ticketId: ticket.id, messageId });
    await noteWriting(tx, { ticketId: ticket.id, accountId: person.accountId, now }, false);
    return { outcome: 'answered' };
  });
}

/** A note among staff; it can be written on a closed ticket too. */
export async function noteOnTicket(
  needs: AnswerTicketNeeds,
  actor: Actor | undefined,
  note: { reference: string; body: string },
): Promise<{ outcome: 'noted' }> {
  await inTransaction(needs.database, async (tx) => {
    const ticket = await holdDeskTicket(tx, actor, note.reference);
    await writeMessage(needs, tx, ticket, {
      kind: 'note',
      channel: 'web',
      body: note.body,
      by: actor as Actor,
      writtenBy: (actor as Actor).person.accountId,
    });
    await announceTicket(tx, ticket.id);
  });
  return { outcome: 'noted' };
}
