import { type Audit, listRecordEvents, type RecordEvent } from '../../../../audit/index.ts';
import type { Actor } from '../../../../kernel/actor.ts';
import type { Clock } from '../../../../kernel/clock.ts';
import type { KeyRing } from '../../../../kernel/key-ring.ts';
import type { Database } from '../../../../platform/database/database.ts';
import type { Settings } from '../../../../platform/settings/settings.ts';
import { listAttachments } from '../../../attachments/attachment.store.ts';
import type { Attachment } from '../../../attachments/attachment.ts';
import { findRequester, type Requester } from '../../../tickets/requester.store.ts';
import type { Ticket } from '../../../tickets/ticket.ts';
import { listTicketMessages, type TicketMessage } from '../../../tickets/ticket-message.store.ts';
import { type CannedReply, listCannedReplies } from '../../canned-replies/canned-reply.store.ts';
import { findDeskTicket, recordView } from '../hold-desk-ticket.ts';
import type { Present } from '../presence/presence.store.ts';
import { arrive, readPresence } from '../presence/presence.ts';
import { ticketScope } from '../ticket-scope.ts';
import {
  type ConcernedPerson,
  findSurroundings,
  listConcerned,
  listDeliveries,
  listFollowUps,
  listRelated,
  type TicketSurroundings,
} from './read-desk-ticket.store.ts';

export interface ReadDeskTicketNeeds {
  audit: Audit;
  clock: Clock;
  database: Database;
  keyRing: KeyRing;
  settings: Settings;
}

export interface DeskTicket {
  ticket: Ticket;
  requester: Requester;
  surroundings: TicketSurroundings;
  related: Awaited<ReturnType<typeof listRelated>>;
  followUps: Awaited<ReturnType<typeof listFollowUps>>;
  concerned: ConcernedPerson[];
  messages: TicketMessage[];
  files: Attachment[];
  deliveries: Map<string, string>;
  canned: CannedReply[];
  events: RecordEvent[];
  present: Present[];
  now: Date;
}

const mostEvents = 50;

/** One ticket as staff read it. That they looked is on record, and the others who look see it. */
export async function readDeskTicket(
  needs: ReadDeskTicketNeeds,
  actor: Actor | undefined,
  reference: string,
): Promise<DeskTicket> {
  const { database: db } = needs;
  const ticket = await findDeskTicket(db, actor, reference);
  await viewTicket(needs, actor as Actor, ticket);
  const trail = { atMost: mostEvents, detailOf: [] };
  const { subjects } = ticketScope(needs, actor as Actor);
  const [
    followUps,
    requester,
    surroundings,
    related,
    concerned,
    messages,
    files,
    deliveries,
    canned,
    events,
    presence,
  ] = await Promise.all([
    listFollowUps(db, ticket, subjects),
    findRequester(db, ticket.requesterId),
    findSurroundings(db, ticket),
    listRelated(db, ticket.id),
    listConcerned(db, ticket.id),
    listTicketMessages(db, ticket.id),
    listAttachments(db, ticket.id),
    listDeliveries(db, ticket.id),
    listCannedReplies(db, ticket.teamId),
    listRecordEvents(needs, db, { type: 'ticket', id: ticket.id }, trail),
    readPresence(needs, db, ticket.id, actor as Actor),
  ]);
  if (!requester) throw new Error(`ticket ${ticket.id} has no requester`);
  const { present, now } = presence;
  const parts = {
    followUps,
    requester,
    surroundings,
    related,
    concerned,
    messages,
    files,
    deliveries,
    canned,
    events,
  };
  return { ticket, ...parts, present, now };
}

async function viewTicket(needs: ReadDeskTicketNeeds, actor: Actor, ticket: Ticket): Promise<void> {
  await arrive(needs, actor, ticket.id);
  await recordView(needs, actor, ticket);
}
