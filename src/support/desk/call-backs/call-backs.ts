import { type Audit, recordListing } from '../../../audit/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { NotFound } from '../../../kernel/endings.ts';
import { type Ids, isId } from '../../../kernel/ids.ts';
import { ask } from '../../../kernel/policy.ts';
import { type Database, inTransaction } from '../../../platform/database/database.ts';
import { answerTickets, deskStaff } from '../../policy.ts';
import { findDeskTicket } from '../tickets/hold-desk-ticket.ts';
import {
  addCallBack,
  type CallBack,
  type CallBackId,
  type CallBackResult,
  findCallBack,
  finishCallBack,
  listCallBacks,
} from './call-backs.store.ts';

export interface CallBackNeeds {
  audit: Audit;
  clock: Clock;
  database: Database;
  ids: Ids;
}

/** Nobody works through more in one go; the earliest stand first. */
export const mostCallBacks = 100;

export async function readCallBacks(
  needs: Pick<CallBackNeeds, 'audit' | 'database'>,
  actor: Actor | undefined,
): Promise<CallBack[]> {
  ask(deskStaff, actor, undefined);
  const callBacks = await listCallBacks(needs.database, mostCallBacks);
  const shown = callBacks.map(({ id }) => id);
  await recordListing(needs, actor, { action: 'call-backs-listed', asked: {}, shown });
  return callBacks;
}

export async function askForCallBack(
  needs: CallBackNeeds,
  actor: Actor | undefined,
  asked: { reference: string; phone: string; wantedAt: Date; note: string },
): Promise<void> {
  const ticket = await findDeskTicket(needs.database, actor, asked.reference);
  ask(answerTickets, actor, ticket);
  await inTransaction(needs.database, async (tx) => {
    const { phone, wantedAt, note } = asked;
    const by = actor.person.accountId;
    const id = needs.ids.next<'call-back'>();
    await addCallBack(tx, { id, ticketId: ticket.id, phone, wantedAt, note, by, now: needs.clock.now() });
    const record = { type: 'ticket', id: ticket.id };
    await needs.audit.record(tx, {
      action: 'call-back-asked',
      actor,
      record,
      ...(ticket.accountId && { subject: ticket.accountId }),
    });
  });
}

export type FinishCallBackOutcome = { outcome: 'call-back-done' | 'done-already' };

export async function settleCallBack(
  needs: CallBackNeeds,
  actor: Actor | undefined,
  asked: { id: string; outcome: CallBackResult },
): Promise<FinishCallBackOutcome> {
  ask(deskStaff, actor, undefined);
  const found = isId(asked.id) ? await findCallBack(needs.database, asked.id) : undefined;
  if (!found) {
    if (!isId(asked.id)) throw new NotFound('call-back');
    return { outcome: 'done-already' };
  }
  return inTransaction(needs.database, async (tx) => {
    const by = actor.person.accountId;
    const done = { id: asked.id as CallBackId, outcome: asked.outcome, by, now: needs.clock.now() };
    const ticket = await finishCallBack(tx, done);
    if (!ticket) return { outcome: 'done-already' };
    const record = { type: 'ticket', id: ticket };
    await needs.audit.record(tx, { action: 'call-back-done', actor, record, reason: asked.outcome });
    return { outcome: 'call-back-done' };
  });
}
