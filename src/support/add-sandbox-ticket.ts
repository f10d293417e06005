import type { EmailAddress } from '../kernel/email-address.ts';
import type { AccountId } from '../kernel/ids.ts';
import type { Tx } from '../platform/database/database.ts';
import { type OpenTicketNeeds, openTicket } from './tickets/open-ticket.ts';
import { holdRequester, markRequesterConfirmed } from './tickets/requester.store.ts';
import { subjectOf } from './tickets/ticket.ts';
import { type WriteMessageNeeds, writeMessage } from './tickets/write-message.ts';

export interface SandboxTicket {
  fullName: string;
  email: EmailAddress;
  /** A subject of the settings; treated as any other question where they have none of this name. */
  subjectKey: string;
  title: string;
  body: string;
  /** Whose account it is proven to be about. */
  accountId?: AccountId;
  /** What support answered, and who. */
  answer?: { body: string; by: AccountId };
}

/** A ticket of the sandbox, so that its desk looks as real ones do. */
export async function addSandboxTicket(
  needs: OpenTicketNeeds & WriteMessageNeeds,
  tx: Tx,
  asked: SandboxTicket,
): Promise<void> {
  const now = needs.clock.now();
  const { fullName, email: address, body, answer, accountId } = asked;
  const { language } = needs.settings.service;
  const requester = await holdRequester(tx, needs.ids, { address, fullName, language, now });
  await markRequesterConfirmed(tx, requester.id, now);
  const ticket = await openTicket(needs, tx, {
    subject: subjectOf(needs.settings, asked),
    title: asked.title,
    requester,
    channel: 'web',
    isHeld: false,
    ...(accountId && { account: { id: accountId, proof: 'session' } }),
    by: 'system',
  });
  const said = { kind: 'from-requester', channel: 'web', body, by: 'system' } as const;
  const written = await writeMessage(needs, tx, ticket, { ...said, requesterId: requester.id });
  if (!answer) return;
  const reply = { kind: 'from-support', channel: 'web', body: answer.body, by: 'system' } as const;
  await writeMessage(needs, tx, written.ticket, { ...reply, writtenBy: answer.by });
}
