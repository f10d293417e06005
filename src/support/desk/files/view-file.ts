import type { Audit } from '../../../audit/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { NotAllowed, NotFound } from '../../../kernel/endings.ts';
import { ask } from '../../../kernel/policy.ts';
import { type Database, inTransaction, type Queryable } from '../../../platform/database/database.ts';
import { findAttachment } from '../../attachments/attachment.store.ts';
import type { Attachment } from '../../attachments/attachment.ts';
import { answerTickets } from '../../policy.ts';
import { aboutTicket } from '../../tickets/about-ticket.ts';
import { findTicket } from '../../tickets/ticket.store.ts';
import type { Ticket } from '../../tickets/ticket.ts';

export interface ViewFileNeeds {
  audit: Audit;
  database: Database;
}

export interface FileAddress {
  reference: string;
  id: string;
}

/** A file of a ticket for staff who answer it. */
export async function findDeskFile(
  db: Queryable,
  actor: Actor | undefined,
  { reference, id }: FileAddress,
): Promise<{ ticket: Ticket; file: Attachment }> {
  if (!answerTickets.admits(actor)) throw new NotAllowed(answerTickets.name);
  const ticket = await findTicket(db, reference);
  if (!ticket) throw new NotFound('ticket');
  ask(answerTickets, actor, ticket);
  const file = await findAttachment(db, ticket.id, id);
  if (!file) throw new NotFound('file');
  return { ticket, file };
}

/** The same, put on record: a file can say more about somebody than all the rest of a ticket. */
export async function viewFile(
  { audit, database }: ViewFileNeeds,
  actor: Actor | undefined,
  address: FileAddress,
): Promise<Attachment> {
  const { ticket, file } = await findDeskFile(database, actor, address);
  if (!actor || file.state !== 'clean') throw new NotFound('file');
  await inTransaction(database, (tx) =>
    audit.record(tx, { action: 'attachment-viewed', actor, ...aboutTicket(ticket) }),
  );
  return file;
}
