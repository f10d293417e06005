import type { AccountId, Id } from '../../../kernel/ids.ts';
import type { Queryable, Tx } from '../../../platform/database/database.ts';
import type { TicketId } from '../../tickets/ticket.ts';

export type CallBackId = Id<'call-back'>;
export const callBackOutcomes = ['spoken', 'no-answer', 'not-needed'] as const;
export type CallBackResult = (typeof callBackOutcomes)[number];

export interface CallBack {
  id: CallBackId;
  reference: string;
  subjectKey: string;
  title: string;
  name: string;
  phone: string;
  wantedAt: Date;
  note: string;
}

const open = (db: Queryable) =>
  db
    .selectFrom('call_back')
    .innerJoin('ticket', 'ticket.id', 'call_back.ticket_id')
    .innerJoin('requester', 'requester.id', 'ticket.requester_id')
    .select([
      'call_back.id',
      'ticket.reference',
      'ticket.subject_key as subjectKey',
      'ticket.title',
      'requester.full_name as name',
      'call_back.phone',
      'call_back.wanted_at as wantedAt',
      'call_back.note',
    ])
    .where('call_back.done_at', 'is', null)
    .$castTo<CallBack>();

export const listCallBacks = (db: Queryable, atMost: number): Promise<CallBack[]> =>
  open(db).orderBy('call_back.wanted_at').orderBy('call_back.id').limit(atMost).execute();

export const findCallBack = (db: Queryable, id: string): Promise<CallBack | undefined> =>
  open(db).where('call_back.id', '=', id).executeTakeFirst();

export const addCallBack = (
  tx: Tx,
  asked: {
    id: CallBackId;
    ticketId: TicketId;
    phone: string;
    wantedAt: Date;
    note: string;
    by: AccountId;
    now: Date;
  },
) =>
  tx
    .insertInto('call_back')
    .values({
      id: asked.id,
      ticket_id: asked.ticketId,
      phone: asked.phone,
      wanted_at: asked.wantedAt,
      note: asked.note,
      asked_by: asked.by,
      created_at: asked.now,
    })
    .execute();

/** Nothing when somebody else was done with it first. */
export const finishCallBack = async (
  tx: Tx,
  done: { id: CallBackId; outcome: CallBackResult; by: AccountId; now: Date },
): Promise<TicketId | undefined> =>
  (
    await tx
      .updateTable('call_back')
      .set({ done_at: done.now, done_by: done.by, outcome: done.outcome })
      .where('id', '=', done.id)
      .where('done_at', 'is', null)
      .returning('ticket_id')
      .executeTakeFirst()
  )?.ticket_id as TicketId | undefined;
