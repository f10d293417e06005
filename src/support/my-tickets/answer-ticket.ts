import type { Actor } from '../../kernel/actor.ts';
import { hours } from '../../kernel/duration.ts';
import { type Database, inTransaction } from '../../platform/database/database.ts';
import type { Nudge } from '../../platform/jobs/index.ts';
import { countUse } from '../../platform/limits/limit.ts';
import { claimAttachments } from '../attachments/claim-attachments.ts';
import { canBecome, changeState } from '../tickets/change-state.ts';
import { saveRating } from '../tickets/rating.store.ts';
import { holdTicket } from '../tickets/ticket.store.ts';
import type { AttachmentId, Ticket } from '../tickets/ticket.ts';
import type { ReadableTicket } from '../tickets/ticket-reader.ts';
import { takesReplies, type WriteMessageNeeds, writeMessage } from '../tickets/write-message.ts';

export interface AnswerTicketNeeds extends WriteMessageNeeds {
  database: Database;
  nudge: Nudge;
}

/** Nobody writes more by hand. */
const repliesPerHour = 30;

export type ReplyOutcome = { outcome: 'sent' | 'is-closed' | 'too-many' };

/** Writes on a ticket as one of those who may: that makes it support's turn, and opens again what was solved. */
export const replyToTicket = (
  needs: AnswerTicketNeeds,
  readable: ReadableTicket,
  { body, files }: { body: string; files: readonly { id: AttachmentId }[] },
): Promise<ReplyOutcome> =>
  inTransaction(needs.database, async (tx) => {
    const held = await holdTicket(tx, readable.ticket.id);
    if (!held || !mayReply(readable) || !takesReplies(needs, held)) return { outcome: 'is-closed' };
    const name = `ticket-reply:${held.id}`;
    const use = { name, window: hours(1), atMost: repliesPerHour, now: needs.clock.now() };
    if (!(await countUse(tx, use)).allowed) return { outcome: 'too-many' };
    const { messageId } = await writeMessage(needs, tx, held, {
      kind: 'from-requester',
      channel: 'web',
      requesterId: readable.requesterId,
      body,
      by: byOf(readable),
    });
    await claimAttachments(needs, tx, files, { ticketId: held.id, messageId });
    return { outcome: 'sent' };
  });

/** Whoever only follows an answer says more in a question of their own. */
export const mayReply = ({ part }: ReadableTicket): boolean => part !== 'follower';

/** Only whose ticket it is says that it is solved, and what they think of the help. */
export const isOwnTicket = ({ part }: ReadableTicket): boolean =>
  part === 'requester' || part === 'waiting-helper';

export const solveTicket = (needs: AnswerTicketNeeds, readable: ReadableTicket): Promise<boolean> =>
  inTransaction(needs.database, async (tx) => {
    const held = await holdTicket(tx, readable.ticket.id);
    if (!held || !isOwnTicket(readable) || !maySolve(held)) return false;
    await changeState(needs, tx, held, { to: 'solved', by: byOf(readable) });
    return true;
  });

export const maySolve = ({ state }: Pick<Ticket, 'state'>): boolean =>
  state !== 'held' && state !== 'solved' && canBecome(state, 'solved');

export const rateTicket = (
  needs: AnswerTicketNeeds,
  readable: ReadableTicket,
  rating: { rating: 'good' | 'bad'; words: string },
): Promise<boolean> =>
  inTransaction(needs.database, async (tx) => {
    const held = await holdTicket(tx, readable.ticket.id);
    if (!held || !isOwnTicket(readable) || !mayRate(held)) return false;
    if (!(await saveRating(tx, held.id, { ...rating, now: needs.clock.now() }))) return false;
    await needs.audit.record(tx, {
      action: 'ticket-rated',
      actor: byOf(readable),
      record: { type: 'ticket', id: held.id },
      ...(held.accountId && { subject: held.accountId }),
    });
    return true;
  });

/** A ticket that was joined with another was not helped with itself. */
export const mayRate = ({ state, mergedInto, rating }: ReadableTicket['ticket']): boolean =>
  (state === 'solved' || state === 'closed') && mergedInto === null && rating === null;

export const byOf = ({ reader }: ReadableTicket): Actor | 'anyone' => reader.actor ?? 'anyone';
