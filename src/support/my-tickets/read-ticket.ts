import type { Database } from '../../platform/database/database.ts';
import { listAttachments } from '../attachments/attachment.store.ts';
import type { Attachment } from '../attachments/attachment.ts';
import { findRequester } from '../tickets/requester.store.ts';
import type { TicketMessage } from '../tickets/ticket-message.store.ts';
import { listTicketPeople, type TicketPerson } from '../tickets/ticket-person.store.ts';
import { type ReadableTicket, readMessages } from '../tickets/ticket-reader.ts';
import {
  type FollowUp,
  findMergedInto,
  findOrganisationName,
  listFollowUps,
  listSplits,
} from './ticket.store.ts';

/** One message as its reader sees it. */
export interface ShownMessage extends TicketMessage {
  isOwn: boolean;
  files: Attachment[];
}

export interface ShownTicket extends ReadableTicket {
  messages: ShownMessage[];
  /** How many files there are that this reader has to prove themselves for. */
  hiddenFiles: number;
  askerName: string;
  people: TicketPerson[];
  organisationName: string | undefined;
  /** Of the ticket that this one was joined with. */
  mergedInto: string | undefined;
  followUps: FollowUp[];
  splits: FollowUp[];
}

/** A ticket with what its reader may see of it: files only once it is proven who they are. */
export async function readTicket(
  needs: { database: Database },
  readable: ReadableTicket,
): Promise<ShownTicket> {
  const { ticket, reader, part } = readable;
  const { database } = needs;
  const messages = await readMessages(needs, readable);
  const files = await listAttachments(database, ticket.id);
  const filesOf = (message: TicketMessage) => files.filter(({ messageId }) => messageId === message.id);
  const shown = messages.map((message) => ({
    ...message,
    isOwn: message.requesterId !== null && reader.requesterIds.includes(message.requesterId),
    files: reader.isProven ? filesOf(message) : [],
  }));
  return {
    ...readable,
    messages: shown,
    hiddenFiles: reader.isProven ? 0 : messages.flatMap(filesOf).length,
    askerName: (await findRequester(database, ticket.requesterId))?.fullName ?? '',
    people: part === 'follower' ? [] : await peopleOf(database, readable),
    organisationName: ticket.organisationId
      ? await findOrganisationName(database, ticket.organisationId)
      : undefined,
    mergedInto: ticket.mergedInto ? await findMergedInto(database, ticket.mergedInto) : undefined,
    // Who came by the link of one ticket opens no other.
    followUps: reader.onlyTicket ? [] : await listFollowUps(database, ticket, reader.requesterIds),
    splits: await listSplits(database, ticket, reader.requesterIds),
  };
}

/** Followers asked the same; they are nobody's to know about. */
const peopleOf = async (database: Database, { ticket, reader }: ReadableTicket): Promise<TicketPerson[]> =>
  (await listTicketPeople(database, ticket.id)).filter(
    ({ id, part }) => part !== 'follower' && !reader.requesterIds.includes(id),
  );
