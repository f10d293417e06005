import type { Actor } from '../../../kernel/actor.ts';
import type { EmailAddress } from '../../../kernel/email-address.ts';
import { ask } from '../../../kernel/policy.ts';
import { type Database, inTransaction } from '../../../platform/database/database.ts';
import { answerTickets } from '../../policy.ts';
import { changeState } from '../../tickets/change-state.ts';
import { type OpenTicketNeeds, openTicket } from '../../tickets/open-ticket.ts';
import { holdRequester } from '../../tickets/requester.store.ts';
import { subjectOf } from '../../tickets/ticket.ts';
import { type WriteMessageNeeds, writeMessage } from '../../tickets/write-message.ts';

export interface OpenForCallerNeeds extends OpenTicketNeeds, WriteMessageNeeds {
  database: Database;
}

export interface CallerTicket {
  fullName: string;
  address: EmailAddress;
  phone: string | undefined;
  subjectKey: string;
  title: string;
  /** What the caller said, in the agent's words. */
  body: string;
}

/** A ticket for somebody on the telephone, taken by whoever answers; nothing of an account is on it until it is proven. */
export async function openForCaller(
  needs: OpenForCallerNeeds,
  actor: Actor | undefined,
  caller: CallerTicket,
): Promise<{ reference: string }> {
  ask(answerTickets, actor, caller);
  const { language } = needs.settings.service;
  return inTransaction(needs.database, async (tx) => {
    const { address, fullName, phone } = caller;
    const now = needs.clock.now();
    const requester = await holdRequester(tx, needs.ids, { address, fullName, phone, language, now });
    const ticket = await openTicket(needs, tx, {
      subject: subjectOf(needs.settings, caller),
      title: caller.title,
      requester,
      channel: 'phone',
      isHeld: false,
      assignedTo: actor.person.accountId,
      by: actor,
    });
    const said = { kind: 'from-requester', channel: 'phone', body: caller.body, by: actor } as const;
    const written = await writeMessage(needs, tx, ticket, { ...said, requesterId: requester.id });
    await changeState(needs, tx, written.ticket, { to: 'open', by: actor });
    return { reference: ticket.reference };
  });
}
