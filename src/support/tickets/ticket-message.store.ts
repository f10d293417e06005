import { sql } from 'kysely';
import type { AccountId, MessageId } from '../../kernel/ids.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import { type Requester, selectRequesters } from './requester.store.ts';
import type { RequesterId, TicketChannel, TicketId, TicketMessageId } from './ticket.ts';

export type TicketMessageKind = 'from-requester' | 'from-support' | 'note' | 'report';

export interface NewTicketMessage {
  id: TicketMessageId;
  ticketId: TicketId;
  kind: TicketMessageKind;
  channel: TicketChannel;
  writtenBy: AccountId | null;
  requesterId: RequesterId | null;
  body: string;
  quoted: string | null;
  mailMessageId: string | null;
  senderCheck: object | null;
  mailInId: string | null;
  now: Date;
}

export const addTicketMessage = (tx: Tx, message: NewTicketMessage) =>
  tx
    .insertInto('ticket_message')
    .values({
      id: message.id,
      ticket_id: message.ticketId,
      kind: message.kind,
      channel: message.channel,
      written_by: message.writtenBy,
      requester_id: message.requesterId,
      body: message.body,
      quoted: message.quoted,
      mail_message_id: message.mailMessageId,
      sender_check: message.senderCheck ? JSON.stringify(message.senderCheck) : null,
      mail_in_id: message.mailInId,
      created_at: message.now,
      search: sql`to_tsvector('english', ${message.body.slice(0, 100_000)})`,
    })
    .execute();

export const saveOutboxId = (tx: Tx, id: TicketMessageId, outboxId: MessageId) =>
  tx.updateTable('ticket_message').set({ outbox_id: outboxId }).where('id', '=', id).execute();

export interface TicketMessage {
  id: TicketMessageId;
  ticketId: TicketId;
  kind: TicketMessageKind;
  channel: TicketChannel;
  writtenBy: AccountId | null;
  /** The name of whoever of the staff wrote it. */
  staffName: string | null;
  requesterId: RequesterId | null;
  requesterName: string | null;
  body: string;
  quoted: string | null;
  senderCheck: unknown;
  outboxId: MessageId | null;
  bouncedAt: Date | null;
  bounceReason: string | null;
  mergedFrom: TicketId | null;
  createdAt: Date;
}

/** Messages with who wrote them; the caller says which, and in which order. Notes are staff's alone. */
export const selectTicketMessages = (db: Queryable) =>
  db
    .selectFrom('ticket_message')
    .leftJoin('account as writer', 'writer.id', 'ticket_message.written_by')
    .leftJoin('requester', 'requester.id', 'ticket_message.requester_id')
    .select([
      'ticket_message.id',
      'ticket_message.ticket_id as ticketId',
      'ticket_message.kind',
      'ticket_message.channel',
      'ticket_message.written_by as writtenBy',
      'writer.full_name as staffName',
      'ticket_message.requester_id as requesterId',
      'requester.full_name as requesterName',
      'ticket_message.body',
      'ticket_message.quoted',
      'ticket_message.sender_check as senderCheck',
      'ticket_message.outbox_id as outboxId',
      'ticket_message.bounced_at as bouncedAt',
      'ticket_message.bounce_reason as bounceReason',
      'ticket_message.merged_from as mergedFrom',
      'ticket_message.created_at as createdAt',
    ])
    .$castTo<TicketMessage>();

export const listTicketMessages = (db: Queryable, ticket: TicketId): Promise<TicketMessage[]> =>
  selectTicketMessages(db)
    .where('ticket_message.ticket_id', '=', ticket)
    .orderBy('ticket_message.created_at')
    .orderBy('ticket_message.id')
    .execute();

/**
 * Whoever gets a ticket's answers by email: its requester, once their address is confirmed or they wrote from it, and
 * whom the person concerned agreed to share it with.
 */
export const listReaders = (db: Queryable, ticket: TicketId): Promise<Requester[]> =>
  selectRequesters(db)
    .where((eb) =>
      eb.or([
        eb(
          'requester.id',
          '=',
          eb.selectFrom('ticket').select('ticket.requester_id').where('ticket.id', '=', ticket),
        ),
        eb(
          'requester.id',
          'in',
          eb
            .selectFrom('ticket_person')
            .select('ticket_person.requester_id')
            .where('ticket_person.ticket_id', '=', ticket)
            .where('ticket_person.agreed_at', 'is not', null),
        ),
      ]),
    )
    .orderBy('requester.id')
    .execute();
