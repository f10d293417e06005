import type { EmailAddress } from '../kernel/email-address.ts';
import type { AccountId, OrganisationId } from '../kernel/ids.ts';
import type { Tx } from '../platform/database/database.ts';
import { changeState } from './tickets/change-state.ts';
import { type OpenTicketNeeds, openTicket } from './tickets/open-ticket.ts';
import { saveRating } from './tickets/rating.store.ts';
import { holdRequester, markRequesterConfirmed } from './tickets/requester.store.ts';
import { subjectOf, type Ticket, type TicketState } from './tickets/ticket.ts';
import { type WriteMessageNeeds, writeMessage } from './tickets/write-message.ts';

/** What happened on a ticket of the sandbox after it was asked. */
export type SandboxEvent = { at: Date } & (
  | { kind: 'answer'; body: string; by: AccountId; leaves?: TicketState }
  | { kind: 'note'; body: string; by: AccountId }
  | { kind: 'reply'; body: string }
  | { kind: 'closed' }
  | { kind: 'rating'; rating: 'good' | 'bad'; words: string }
);

export interface SandboxTicket {
  fullName: string;
  email: EmailAddress;
  /** A subject of the settings; treated as any other question where they have none of this name. */
  subjectKey: string;
  title: string;
  body: string;
  askedAt: Date;
  /** To the questions of the subject, by their keys; those that it does not ask are left out. */
  answers?: Readonly<Record<string, string>>;
  /** Its address is not confirmed yet. */
  isHeld?: boolean;
  /** Whose account it is proven to be about, and for which organisation. */
  accountId?: AccountId;
  organisationId?: OrganisationId;
  assignedTo?: AccountId;
  tags?: readonly string[];
  events?: readonly SandboxEvent[];
}

type Needs = OpenTicketNeeds & WriteMessageNeeds;

/** A ticket of the sandbox with all that happened on it, so that its desk looks as real ones do. */
export async function addSandboxTicket(needs: Needs, tx: Tx, asked: SandboxTicket): Promise<void> {
  let ticket = await askAt(atTime(needs, asked.askedAt), tx, asked);
  for (const event of asked.events ?? []) ticket = await happen(atTime(needs, event.at), tx, ticket, event);
}

/** As if it were then. */
const atTime = (needs: Needs, at: Date): Needs => ({ ...needs, clock: { now: () => at } });

async function askAt(needs: Needs, tx: Tx, asked: SandboxTicket): Promise<Ticket> {
  const now = needs.clock.now();
  const { fullName, email: address, body, accountId, organisationId, assignedTo, isHeld = false } = asked;
  const { language } = needs.settings.service;
  const requester = await holdRequester(tx, needs.ids, { address, fullName, language, now });
  if (!isHeld) await markRequesterConfirmed(tx, requester.id, now);
  const subject = subjectOf(needs.settings, asked);
  const isAsked = ([key]: [string, string]) => subject.questions.some((question) => question.key === key);
  const ticket = await openTicket(needs, tx, {
    ...{ subject, requester, isHeld, organisationId, title: asked.title, channel: 'web', by: 'system' },
    answers: Object.fromEntries(Object.entries(asked.answers ?? {}).filter(isAsked)),
    ...(accountId && { account: { id: accountId, proof: 'session' } }),
    ...(assignedTo && { assignedTo }),
    ...(asked.tags && { tags: asked.tags }),
  });
  const said = { kind: 'from-requester', channel: 'web', body, by: 'system' } as const;
  return (await writeMessage(needs, tx, ticket, { ...said, requesterId: requester.id })).ticket;
}

async function happen(needs: Needs, tx: Tx, ticket: Ticket, event: SandboxEvent): Promise<Ticket> {
  const said = { channel: 'web', by: 'system' } as const;
  switch (event.kind) {
    case 'answer': {
      const { body, by: writtenBy, leaves } = event;
      const answer = { ...said, kind: 'from-support', body, writtenBy, ...(leaves && { leaves }) } as const;
      return (await writeMessage(needs, tx, ticket, answer)).ticket;
    }
    case 'note': {
      const note = { ...said, kind: 'note', body: event.body, writtenBy: event.by } as const;
      return (await writeMessage(needs, tx, ticket, note)).ticket;
    }
    case 'reply': {
      const reply = { ...said, kind: 'from-requester', body: event.body } as const;
      return (await writeMessage(needs, tx, ticket, { ...reply, requesterId: ticket.requesterId })).ticket;
    }
    case 'closed':
      return changeState(needs, tx, ticket, { to: 'closed', by: 'system' });
    case 'rating': {
      const { rating, words, at: now } = event;
      await saveRating(tx, ticket.id, { rating, words, now });
      return ticket;
    }
  }
}
