import { inTransaction } from '../../platform/database/database.ts';
import { findRequester } from '../tickets/requester.store.ts';
import { holdTicket } from '../tickets/ticket.store.ts';
import type { AskNeeds } from './ask.ts';
import { fullUntil, mayWriteTo } from './limit-asking.ts';
import { sendConfirmation } from './send-confirmation.ts';
import type { SentAsk } from './sent-ask.ts';

export type SendAgainOutcome = { outcome: 'sent' } | { outcome: 'too-many'; until: Date };

/** Sends the email that confirms an address again, with a new link, while it waits. */
export async function sendAgain(
  needs: AskNeeds,
  { ticketId }: Pick<SentAsk, 'ticketId'>,
  clientNetwork: string,
): Promise<SendAgainOutcome> {
  const until = await fullUntil(needs, needs.database, clientNetwork);
  if (until) return { outcome: 'too-many', until };
  await inTransaction(needs.database, async (tx) => {
    const ticket = await holdTicket(tx, ticketId);
    const requester = ticket && (await findRequester(tx, ticket.requesterId));
    if (!requester || ticket.state !== 'held') return;
    if (await mayWriteTo(needs, tx, requester.canonical))
      await sendConfirmation(needs, tx, ticket, requester);
  });
  return { outcome: 'sent' };
}
