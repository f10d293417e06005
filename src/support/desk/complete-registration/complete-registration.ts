import type { Actor } from '../../../kernel/actor.ts';
import type { EmailAddress } from '../../../kernel/email-address.ts';
import { NotFound } from '../../../kernel/endings.ts';
import { ask } from '../../../kernel/policy.ts';
import {
  findRegistrationMade,
  type MadeRegistration,
  type RegisterOrganisationNeeds,
  registerFor,
} from '../../../organisations/index.ts';
import { type Database, inTransaction, type Queryable } from '../../../platform/database/database.ts';
import { answerTickets } from '../../policy.ts';
import { findRequester, type Requester } from '../../tickets/requester.store.ts';
import { findTicket, holdTicket } from '../../tickets/ticket.store.ts';
import { subjectOf, type Ticket } from '../../tickets/ticket.ts';
import { type WriteMessageNeeds, writeMessage } from '../../tickets/write-message.ts';
import { recordView } from '../tickets/hold-desk-ticket.ts';

export type CompleteRegistrationNeeds = WriteMessageNeeds &
  RegisterOrganisationNeeds & { database: Database };

export interface Completing {
  reference: string;
  code: string;
  fullName: string;
  email: EmailAddress;
  phone: string;
  mailbox: EmailAddress;
  /** What is written on the ticket about it. */
  note: (registration: string) => string;
}

export type CompleteRegistrationOutcome =
  | { outcome: 'registered'; registration: string; id: string }
  | { outcome: 'registered-already'; made: MadeRegistration }
  | { outcome: 'not-registrable' };

export interface AskedRegistration {
  ticket: Ticket;
  requester: Requester;
  /** What it became, once somebody completed it. */
  made: MadeRegistration | undefined;
}

/** The ticket in which somebody asked to be registered, for staff who may answer it. */
export async function readAskedRegistration(
  needs: Pick<CompleteRegistrationNeeds, 'audit' | 'database' | 'settings'>,
  actor: Actor | undefined,
  reference: string,
): Promise<AskedRegistration> {
  const ticket = await findAsked(needs, needs.database, actor, reference);
  const requester = await findRequester(needs.database, ticket.requesterId);
  if (!requester) throw new Error('every ticket has its requester');
  await recordView(needs, actor as Actor, ticket);
  return { ticket, requester, made: await findRegistrationMade(needs.database, ticket.id) };
}

/**
 * Makes a registration of what was asked in a ticket, with what staff found out. Its id is the ticket's, so that two who
 * complete it at once make one, and the second reads what it became.
 */
export async function completeRegistration(
  needs: CompleteRegistrationNeeds,
  actor: Actor | undefined,
  { reference, note, ...typed }: Completing,
): Promise<CompleteRegistrationOutcome> {
  return inTransaction(needs.database, async (tx) => {
    const { id } = await findAsked(needs, tx, actor, reference);
    const ticket = await holdTicket(tx, id);
    const requester = ticket && (await findRequester(tx, ticket.requesterId));
    if (!requester || !actor) throw new NotFound('ticket');
    const made = await findRegistrationMade(tx, id);
    if (made) return { outcome: 'registered-already', made };
    const { language } = requester;
    const result = await registerFor(needs, tx, actor, { id, language, ...typed });
    if (result.outcome === 'not-registrable') return result;
    const body = note(result.reference);
    await writeMessage(needs, tx, ticket, {
      ...{ kind: 'note', channel: 'staff', body, by: actor },
      writtenBy: actor.person.accountId,
    });
    await needs.audit.record(tx, {
      action: 'registration-completed',
      actor,
      record: { type: 'ticket', id },
    });
    return { outcome: 'registered', registration: result.reference, id };
  });
}

async function findAsked(
  { settings }: Pick<CompleteRegistrationNeeds, 'settings'>,
  db: Queryable,
  actor: Actor | undefined,
  reference: string,
): Promise<Ticket> {
  const ticket = await findTicket(db, reference);
  if (!ticket || subjectOf(settings, ticket).kind !== 'registration') throw new NotFound('ticket');
  ask(answerTickets, actor, ticket);
  return ticket;
}
