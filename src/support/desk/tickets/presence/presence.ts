import type { Actor } from '../../../../kernel/actor.ts';
import type { Clock } from '../../../../kernel/clock.ts';
import { before, minutes, seconds } from '../../../../kernel/duration.ts';
import { type Database, inTransaction, type Queryable } from '../../../../platform/database/database.ts';
import { announceTicket } from '../../../tickets/announce-ticket.ts';
import type { Ticket, TicketId } from '../../../tickets/ticket.ts';
import { findDeskTicket } from '../hold-desk-ticket.ts';
import { endPresence, listPresent, notePresence, noteWriting, type Present } from './presence.store.ts';
import type { PresenceWords } from './presence.words.ts';

export interface PresenceNeeds {
  clock: Clock;
  database: Database;
}

/** A browser with scripts says every half minute that it is still there; the others only when a page is opened. */
const isHereFor = minutes(1);
const wasHereFor = minutes(15);
export const saysAgainAfter = seconds(20);

/** Who else looks, in words; whoever has no scripts is said to have looked. */
export async function readPresence(
  { clock }: Pick<PresenceNeeds, 'clock'>,
  db: Queryable,
  ticket: TicketId,
  reader: Actor,
): Promise<{ present: Present[]; now: Date }> {
  const now = clock.now();
  const present = await listPresent(db, ticket, reader.person.accountId, before(now, wasHereFor));
  return { present, now };
}

export const sayPresence = (present: readonly Present[], now: Date, words: PresenceWords): string[] =>
  present.map(({ name, seenAt, writes }) => {
    if (seenAt <= before(now, isHereFor)) return words.looked(name, seenAt, now);
    return writes ? words.writes(name) : words.looks(name);
  });

/** Says that somebody looks at a ticket; a new face is told to the others. */
export async function arrive(needs: PresenceNeeds, actor: Actor, ticketId: TicketId): Promise<void> {
  const now = needs.clock.now();
  const seen = { ticketId, accountId: actor.person.accountId, now, since: before(now, isHereFor) };
  await inTransaction(needs.database, async (tx) => {
    if (await notePresence(tx, seen)) await announceTicket(tx, ticketId);
  });
}

export async function leave(needs: PresenceNeeds, actor: Actor, ticketId: TicketId): Promise<void> {
  await inTransaction(needs.database, async (tx) => {
    await endPresence(tx, ticketId, actor.person.accountId);
    await announceTicket(tx, ticketId);
  });
}

/** Says that somebody writes an answer, or stopped. */
export async function sayWriting(
  needs: PresenceNeeds,
  actor: Actor | undefined,
  { reference, writes }: { reference: string; writes: boolean },
): Promise<Ticket> {
  const ticket = await findDeskTicket(needs.database, actor, reference);
  const accountId = (actor as Actor).person.accountId;
  await inTransaction(needs.database, async (tx) => {
    const seen = { ticketId: ticket.id, accountId, now: needs.clock.now() };
    if (await noteWriting(tx, seen, writes)) await announceTicket(tx, ticket.id);
  });
  return ticket;
}
