import type { Audit } from '../../../audit/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { readEmailAddress } from '../../../kernel/email-address.ts';
import { NotFound } from '../../../kernel/endings.ts';
import { ask } from '../../../kernel/policy.ts';
import { type Database, inTransaction } from '../../../platform/database/database.ts';
import type { Settings } from '../../../platform/settings/settings.ts';
import { administrator, answerTickets } from '../../policy.ts';
import { findTicket } from '../../tickets/ticket.store.ts';
import { subjectOf, type Ticket } from '../../tickets/ticket.ts';
import { type EndedForDeath, listEndedForDeath } from '../../watch-tickets.store.ts';
import { type AccountOfTheDead, findAccountOfTheDead } from './someone-died.store.ts';

export interface SomeoneDiedNeeds {
  audit: Audit;
  database: Database;
  settings: Settings;
}

export interface ReportedDeath {
  ticket: Ticket;
  /** The address to look for: typed by staff, else what was told. */
  email: string;
  account: AccountOfTheDead | undefined;
  /** What ended with it, once it was stopped. */
  ended: EndedForDeath;
}

/** What was told in a ticket, and the account that it may be about; looking at an account is on record. */
export async function readReportedDeath(
  { audit, database, settings }: SomeoneDiedNeeds,
  actor: Actor | undefined,
  { reference, typed }: { reference: string; typed: string | undefined },
): Promise<ReportedDeath> {
  ask(administrator, actor, undefined);
  const ticket = await findTicket(database, reference);
  if (!ticket || subjectOf(settings, ticket).kind !== 'someone-died') throw new NotFound('ticket');
  ask(answerTickets, actor, ticket);
  const email = typed ?? toldAddress(settings, ticket);
  const address = readEmailAddress(email);
  const account = address && (await findAccountOfTheDead(database, address.canonical));
  if (account)
    await inTransaction(database, (tx) =>
      audit.record(tx, { action: 'person-viewed', actor, subject: account.id }),
    );
  const stoppedAt = account?.mailStoppedAt;
  const ended = stoppedAt
    ? await listEndedForDeath(database, account.id, stoppedAt)
    : { accounts: [], tickets: [] };
  return { ticket, email, account, ended };
}

function toldAddress(settings: Settings, ticket: Ticket): string {
  const question = subjectOf(settings, ticket).questions.find(({ type }) => type === 'email');
  return (question && ticket.answers[question.key]) || '';
}
