import type { Audit } from '../../../audit/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { NotAllowed, NotFound } from '../../../kernel/endings.ts';
import { ask } from '../../../kernel/policy.ts';
import {
  type Database,
  inTransaction,
  type Queryable,
  type Tx,
} from '../../../platform/database/database.ts';
import { answerTickets } from '../../policy.ts';
import { aboutTicket } from '../../tickets/about-ticket.ts';
import { findTicket, holdTicket } from '../../tickets/ticket.store.ts';
import type { Ticket } from '../../tickets/ticket.ts';

/** The ticket of a reference, for whoever may answer it. Who answers none learns not even whether there is one. */
export async function findDeskTicket(
  db: Queryable,
  actor: Actor | undefined,
  reference: string,
): Promise<Ticket> {
  if (!answerTickets.admits(actor)) throw new NotAllowed(answerTickets.name);
  const ticket = await findTicket(db, reference);
  if (!ticket) throw new NotFound('ticket');
  ask(answerTickets, actor, ticket);
  return ticket;
}

export interface ViewTicketNeeds {
  audit: Audit;
  database: Database;
}

/** The same for a page that shows what people wrote, or who they are: that somebody looked is on record. */
export async function viewDeskTicket(
  needs: ViewTicketNeeds,
  actor: Actor | undefined,
  reference: string,
): Promise<Ticket> {
  const ticket = await findDeskTicket(needs.database, actor, reference);
  await recordView(needs, actor as Actor, ticket);
  return ticket;
}

export const recordView = ({ audit, database }: ViewTicketNeeds, actor: Actor, ticket: Ticket) =>
  inTransaction(database, (tx) =>
    audit.record(tx, {
      action: 'ticket-viewed',
      actor,
      ...aboutTicket(ticket),
    }),
  );

/** The same, held against a second change at the same time. */
export async function holdDeskTicket(tx: Tx, actor: Actor | undefined, reference: string): Promise<Ticket> {
  const { id } = await findDeskTicket(tx, actor, reference);
  const held = await holdTicket(tx, id);
  if (!held) throw new NotFound('ticket');
  ask(answerTickets, actor, held);
  return held;
}

/** Two held at once, the lowest id first, so that two people who do so never wait for each other. */
export async function holdTwoTickets(
  tx: Tx,
  actor: Actor | undefined,
  references: readonly [string, string],
): Promise<[Ticket, Ticket]> {
  const [one, other] = [
    await findDeskTicket(tx, actor, references[0]),
    await findDeskTicket(tx, actor, references[1]),
  ];
  const [first, second] = one.id < other.id ? [one, other] : [other, one];
  const held = [await holdTicket(tx, first.id), await holdTicket(tx, second.id)];
  const find = (id: string) => held.find((each) => each?.id === id);
  const [heldOne, heldOther] = [find(one.id), find(other.id)];
  if (!heldOne || !heldOther) throw new NotFound('ticket');
  return [heldOne, heldOther];
}
