import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../kernel/actor.ts';
import type { Clock } from '../../kernel/clock.ts';
import { NotFound } from '../../kernel/endings.ts';
import { hashOfSecret } from '../../kernel/secrets.ts';
import type { Database } from '../../platform/database/database.ts';
import { findTicket } from './ticket.store.ts';
import type { RequesterId, Ticket, TicketId } from './ticket.ts';
import {
  findPartInTicket,
  findTicketVisit,
  findTitleAsRead,
  findVisitThatWas,
  listOwnRequesters,
  listVisibleMessages,
  type PartInTicket,
  type TicketVisitId,
} from './ticket-reader.store.ts';

/**
 * Who of the public asks: whose tickets they may read, by a session, or one ticket by the link of an email. `isProven`
 * is what documents need: a session, or a code that was sent by email after the link was followed.
 */
export interface TicketReader {
  /** Logged in to support or to the portal; undefined for whoever came by a link. */
  actor: Actor | undefined;
  /** The records of addresses that are theirs. */
  requesterIds: readonly RequesterId[];
  /** The one ticket that a link opened, and the visit that it began. */
  onlyTicket: TicketId | undefined;
  visitId: TicketVisitId | undefined;
  isProven: boolean;
}

/** A ticket in the hands of somebody who may read it: as whom, and how much of it. */
export interface ReadableTicket {
  ticket: Ticket;
  reader: TicketReader;
  /** The record of theirs that it is read as, and whose words a reply is. */
  requesterId: RequesterId;
  /** What they are to it beside; its requester alone may say that it is solved and rate it. */
  part: PartInTicket;
}

interface ReaderNeeds {
  clock: Clock;
  database: Database;
}

/**
 * The ticket of a public address, for whoever may read it: by their session, else by the link that this browser opened.
 * Somebody else's, a guessed reference and an ended visit are all the same: not found.
 */
export async function findReadableTicket(
  needs: ReaderNeeds,
  request: FastifyRequest,
  reference: string,
): Promise<ReadableTicket> {
  const readable = await lookForTicket(needs, request, reference);
  if (!readable) throw new NotFound();
  return readable;
}

/** The same, where its not being there is no end. */
export async function lookForTicket(
  needs: ReaderNeeds,
  request: FastifyRequest,
  reference: string,
): Promise<ReadableTicket | undefined> {
  const ticket = await findTicket(needs.database, reference.slice(0, 40));
  const bySession = await readerBySession(needs, request);
  const byVisit = await readerByVisit(needs, request);
  for (const reader of [bySession, byVisit]) {
    const readable = ticket && reader && (await readAs(needs, reader, ticket));
    if (readable) return readable;
  }
  return undefined;
}

/** Whoever is logged in to support or to the portal, with the addresses that are theirs. */
export async function readerBySession(
  { database }: ReaderNeeds,
  { actor }: FastifyRequest,
): Promise<TicketReader | undefined> {
  if (!actor) return undefined;
  const requesterIds = await listOwnRequesters(database, actor);
  return { actor, requesterIds, onlyTicket: undefined, visitId: undefined, isProven: true };
}

/** Whether this browser came by a link that is good still, to whichever ticket. */
export const isVisitor = async (needs: ReaderNeeds, request: FastifyRequest): Promise<boolean> =>
  (await readerByVisit(needs, request)) !== undefined;

/** What this browser visited once by a link: nothing of it is shown any more, but what was written is given back. */
export async function findPastVisit(
  { database }: Pick<ReaderNeeds, 'database'>,
  { cookieJar }: FastifyRequest,
  reference: string,
) {
  const token = cookieJar.read('ticket-visit');
  // It is asked at the door, before what was sent is cleaned.
  if (!token || !/^GH-[2-9A-Z]{4}-[2-9A-Z]{4}$/i.test(reference)) return undefined;
  return findVisitThatWas(database, hashOfSecret(token), reference);
}

async function readerByVisit(
  { clock, database }: ReaderNeeds,
  { cookieJar }: FastifyRequest,
): Promise<TicketReader | undefined> {
  const token = cookieJar.read('ticket-visit');
  const visit = token && (await findTicketVisit(database, hashOfSecret(token), clock.now()));
  if (!visit) return undefined;
  return {
    actor: undefined,
    requesterIds: [visit.requesterId],
    onlyTicket: visit.ticketId,
    visitId: visit.id,
    isProven: visit.provenAt !== null,
  };
}

async function readAs(
  { database }: ReaderNeeds,
  reader: TicketReader,
  ticket: Ticket,
): Promise<ReadableTicket | undefined> {
  if (reader.onlyTicket && reader.onlyTicket !== ticket.id) return undefined;
  const found = await findPartInTicket(database, ticket, reader.requesterIds);
  if (found?.part !== 'follower') return found && { ticket, reader, ...found };
  const title = await findTitleAsRead(database, ticket.id, reader.requesterIds);
  return { ticket: { ...ticket, title, answers: {} }, reader, ...found };
}

/** What this reader sees of the conversation: never notes, nor what another wrote who only shares an answer with them. */
export const readMessages = (needs: { database: Database }, readable: ReadableTicket) =>
  listVisibleMessages(needs.database, readable);
