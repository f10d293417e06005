import { readEmailAddress } from '../../src/kernel/email-address.ts';
import type { AccountId } from '../../src/kernel/ids.ts';
import { inTransaction } from '../../src/platform/database/database.ts';
import { changeState } from '../../src/support/tickets/change-state.ts';
import { openTicket } from '../../src/support/tickets/open-ticket.ts';
import { holdRequester, markRequesterConfirmed } from '../../src/support/tickets/requester.store.ts';
import { holdTicket } from '../../src/support/tickets/ticket.store.ts';
import { subjectOf, type Ticket, type TicketState } from '../../src/support/tickets/ticket.ts';
import { writeMessage } from '../../src/support/tickets/write-message.ts';
import type { Portal } from './portal.ts';

export interface AskedTicket {
  name?: string;
  email?: string;
  subject?: string;
  title?: string;
  body?: string;
  /** Its address is not confirmed yet. */
  isHeld?: boolean;
  account?: { id: AccountId; proof: 'session' | 'address' | 'call-code' | 'staff' };
}

/** A ticket as it stands once somebody has asked, without the pages that ask. */
export const addTicket = ({ needs }: Pick<Portal, 'needs'>, asked: AskedTicket = {}): Promise<Ticket> =>
  inTransaction(needs.database, async (tx) => {
    const address = readEmailAddress(asked.email ?? 'asha.rowe@fernhollow.example');
    if (!address) throw new Error(`${asked.email} is no address`);
    const fullName = asked.name ?? 'Asha Rowe';
    const now = needs.clock.now();
    const requester = await holdRequester(tx, needs.ids, { address, fullName, language: 'en', now });
    if (!asked.isHeld) await markRequesterConfirmed(tx, requester.id, now);
    const subject = subjectOf(needs.settings, { subjectKey: asked.subject ?? 'other' });
    const ticket = await openTicket(needs, tx, {
      subject,
      title: asked.title ?? subject.name,
      requester,
      channel: 'web',
      isHeld: asked.isHeld ?? false,
      ...(asked.account && { account: asked.account }),
      by: 'anyone',
    });
    const body = asked.body ?? 'The page says my details are wrong.';
    const said = { kind: 'from-requester', channel: 'web', body, by: 'anyone' } as const;
    return (await writeMessage(needs, tx, ticket, { ...said, requesterId: requester.id })).ticket;
  });

/** Support answers, as whoever of the staff is given. */
export const answerTicket = (
  { needs }: Pick<Portal, 'needs'>,
  ticket: Ticket,
  { by, body = 'Please try again now.', leaves }: { by: AccountId; body?: string; leaves?: TicketState },
): Promise<Ticket> =>
  inTransaction(needs.database, async (tx) => {
    const held = await holdTicket(tx, ticket.id);
    if (!held) throw new Error('there is no such ticket');
    const said = { kind: 'from-support', channel: 'web', body, by: 'system', writtenBy: by } as const;
    return (await writeMessage(needs, tx, held, { ...said, ...(leaves && { leaves }) })).ticket;
  });

export const setTicketState = (
  { needs }: Pick<Portal, 'needs'>,
  ticket: Ticket,
  to: TicketState,
): Promise<Ticket> =>
  inTransaction(needs.database, async (tx) => {
    const held = await holdTicket(tx, ticket.id);
    if (!held) throw new Error('there is no such ticket');
    return changeState(needs, tx, held, { to, by: 'system' });
  });
