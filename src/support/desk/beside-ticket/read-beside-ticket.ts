import { type Audit, listRecentEvents } from '../../../audit/index.ts';
import { type ClosedLane, listClosedLanes } from '../../../identity/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { before } from '../../../kernel/duration.ts';
import type { AccountId } from '../../../kernel/ids.ts';
import { ask } from '../../../kernel/policy.ts';
import { type Administrator, listAdministrators } from '../../../organisations/index.ts';
import { type Database, inTransaction } from '../../../platform/database/database.ts';
import type { Settings } from '../../../platform/settings/settings.ts';
import { answerTickets, seePersonBesideTicket } from '../../policy.ts';
import type { Ticket } from '../../tickets/ticket.ts';
import { findPerson, listMessages, type PersonFacts, type SentMessage } from '../people/read-person.store.ts';
import {
  type EarlierTicket,
  findPractice,
  findUsualOrganisation,
  listEarlierTickets,
} from './beside-ticket.store.ts';

export interface BesideTicketNeeds {
  audit: Audit;
  clock: Clock;
  database: Database;
  settings: Pick<Settings, 'service' | 'session'>;
}

/** The account that is proven to be the requester's, as it stands now. */
export interface AccountBeside {
  facts: PersonFacts;
  closed: ClosedLane[];
  events: Awaited<ReturnType<typeof listRecentEvents>>;
  messages: SentMessage[];
}

export interface BesideTicket {
  /** `not-proven`: nothing of an account is shown. `not-yours`: whoever looks may not see it. */
  account: AccountBeside | 'not-proven' | 'not-yours';
  organisation: { name: string; code: string | null; administrators: Administrator[] } | undefined;
  earlier: EarlierTicket[];
}

const mostListed = 8;

/**
 * What staff see beside a ticket, by their role: an account only once it is proven whose it is, and only to who helps
 * people. That somebody looked at it is on record.
 */
export async function readBesideTicket(
  needs: BesideTicketNeeds,
  actor: Actor | undefined,
  ticket: Ticket,
): Promise<BesideTicket> {
  ask(answerTickets, actor, ticket);
  const { database: db } = needs;
  const helps = seePersonBesideTicket.admits(actor);
  const [account, organisation, earlier] = await Promise.all([
    helps ? readAccount(needs, actor, ticket) : ('not-yours' as const),
    readOrganisation(needs, ticket),
    helps ? listEarlierTickets(db, ticket, mostListed) : [],
  ]);
  return { account, organisation, earlier };
}

async function readAccount(
  needs: BesideTicketNeeds,
  actor: Actor,
  { accountId }: Ticket,
): Promise<BesideTicket['account']> {
  if (!accountId) return 'not-proven';
  const { database: db, settings } = needs;
  const now = needs.clock.now();
  const facts = await findPerson(db, accountId, now, before(now, settings.session.idle));
  if (!facts) return 'not-proven';
  const [closed, events, messages] = await Promise.all([
    listClosedLanes(db, accountId, now),
    listRecentEvents(db, accountId, mostListed),
    listMessages(db, accountId, mostListed),
  ]);
  const event = { action: 'person-viewed', actor, subject: accountId };
  await inTransaction(db, (tx) => needs.audit.record(tx, event));
  return { facts, closed, events, messages };
}

/** The one that the ticket names; else, of a proven account, where its owner has belonged longest. */
async function readOrganisation(
  { database: db }: BesideTicketNeeds,
  { organisationId, accountId }: Ticket,
): Promise<BesideTicket['organisation']> {
  const named = organisationId ?? (accountId && (await findUsualOrganisation(db, accountId as AccountId)));
  const practice = named ? await findPractice(db, named) : undefined;
  return practice && { ...practice, administrators: await listAdministrators(db, practice.id) };
}
