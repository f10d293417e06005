import type { Actor } from '../../../../kernel/actor.ts';
import { type Database, inTransaction, type Queryable } from '../../../../platform/database/database.ts';
import { answerTickets } from '../../../policy.ts';
import { aboutTicket } from '../../../tickets/about-ticket.ts';
import { changeState, type TicketNeeds } from '../../../tickets/change-state.ts';
import { findRequester, type Requester } from '../../../tickets/requester.store.ts';
import { findTicket } from '../../../tickets/ticket.store.ts';
import { isOurTurn, type Ticket } from '../../../tickets/ticket.ts';
import { listTicketMessages, type TicketMessage } from '../../../tickets/ticket-message.store.ts';
import { findAgreement } from '../../../tickets/ticket-person.store.ts';
import { findDeskTicket, holdTwoTickets, recordView } from '../hold-desk-ticket.ts';
import { moveMessages } from '../move-messages.store.ts';
import {
  followSurvivor,
  hasOtherReaders,
  moveCallBacks,
  moveMerged,
  saveMergedInto,
  saveNewest,
} from './merge-tickets.store.ts';

export interface MergeNeeds extends TicketNeeds {
  database: Database;
}

interface Side {
  ticket: Ticket;
  requester: Requester;
  messages: TicketMessage[];
}

export type MergeProblem =
  | 'no-such-ticket'
  | 'itself'
  | 'closed'
  | 'held'
  | 'other-closed'
  | 'other-held'
  | 'waits-for-agreement'
  | 'was-refused'
  | 'both-wait'
  | 'other-way-round';

export interface MergePreview {
  goes: Side;
  stays: Side;
  /** Somebody gets answers then that only others got before. */
  isOfTwoPeople: boolean;
}

/** What a merge would do, for whoever decides; it changes nothing but that they looked is on record. */
export async function previewMerge(
  needs: Pick<MergeNeeds, 'audit' | 'database'>,
  actor: Actor | undefined,
  asked: { reference: string; into: string },
): Promise<{ outcome: 'preview'; preview: MergePreview } | { outcome: MergeProblem }> {
  const { database: db } = needs;
  const goes = await findDeskTicket(db, actor, asked.reference);
  const stays = await findTicket(db, asked.into.trim());
  if (!stays || !answerTickets.allows(actor, stays)) return { outcome: 'no-such-ticket' };
  const problem = await problemOf(db, goes, stays);
  if (problem) return { outcome: problem };
  for (const ticket of [goes, stays]) await recordView(needs, actor as Actor, ticket);
  const sideOf = async (ticket: Ticket): Promise<Side> => ({
    ticket,
    requester: (await findRequester(db, ticket.requesterId)) as Requester,
    messages: await listTicketMessages(db, ticket.id),
  });
  const preview = {
    goes: await sideOf(goes),
    stays: await sideOf(stays),
    isOfTwoPeople: await hasOtherReaders(db, goes.id, stays.id),
  };
  return { outcome: 'preview', preview };
}

async function problemOf(db: Queryable, goes: Ticket, stays: Ticket): Promise<MergeProblem | undefined> {
  if (goes.id === stays.id) return 'itself';
  if (goes.state === 'closed') return 'closed';
  if (goes.state === 'held') return 'held';
  if (stays.state === 'closed') return 'other-closed';
  if (stays.state === 'held') return 'other-held';
  // Whoever helps is told nothing before that person agrees, and nobody agrees by a merge.
  const [from, to] = [await findAgreement(db, goes.id), await findAgreement(db, stays.id)];
  if (!(await hasOtherReaders(db, goes.id, stays.id))) return problemOfOneHelper(from, to);
  return from === 'none-needed' && to === 'none-needed' ? undefined : 'waits-for-agreement';
}

type Agreement = Awaited<ReturnType<typeof findAgreement>>;

/**
 * Who is asked answers for one ticket, and their link ends with it: what waits for them stays. Somebody who said no would
 * keep the answers to another question from whoever asked it.
 */
function problemOfOneHelper(goes: Agreement, stays: Agreement): MergeProblem | undefined {
  if (goes === 'refused' || stays === 'refused') return 'was-refused';
  if (goes === 'none-needed') return undefined;
  return stays === 'waits' ? 'both-wait' : 'other-way-round';
}

/**
 * Makes two tickets one: everything written goes to the one that stays, and so does what is written to the other from
 * now on. Two people get the same answers only if whoever merges says that they may.
 */
export function mergeTickets(
  needs: MergeNeeds,
  actor: Actor | undefined,
  asked: { reference: string; into: string; mayBothRead: boolean },
): Promise<{ outcome: 'merged' | 'two-people' | MergeProblem }> {
  return inTransaction(needs.database, async (tx) => {
    const [goes, stays] = await holdTwoTickets(tx, actor, [asked.reference, asked.into]);
    const problem = await problemOf(tx, goes, stays);
    if (problem) return { outcome: problem };
    if (!asked.mayBothRead && (await hasOtherReaders(tx, goes.id, stays.id)))
      return { outcome: 'two-people' };
    const now = needs.clock.now();
    const by = actor as Actor;
    await moveMessages(tx, { from: goes.id, to: stays.id });
    await moveCallBacks(tx, goes.id, stays.id);
    await followSurvivor(tx, { from: goes.id, to: stays.id, requester: goes.requesterId, now });
    await changeState(needs, tx, goes, { to: 'closed', by, reason: stays.reference });
    await saveMergedInto(tx, goes.id, stays.id);
    await moveMerged(tx, goes.id, stays.id);
    await saveNewest(tx, stays.id, goes.lastMessageAt, goes.lastMessageBy);
    // What waited for us in the one that goes must not be lost in one that waits for them.
    const waits = isOurTurn(goes.state) && !isOurTurn(stays.state);
    await changeState(needs, tx, stays, { to: waits ? 'waiting-for-us' : stays.state, by });
    for (const [ticket, other] of [
      [goes, stays],
      [stays, goes],
    ] as const)
      await needs.audit.record(tx, {
        action: ticket === goes ? 'ticket-merged' : 'ticket-merged-in',
        actor: by,
        ...aboutTicket(ticket),
        reason: other.reference,
      });
    return { outcome: 'merged' };
  });
}
