import { findAccountByEmail, isCurrentAddress, lockAccount } from '../../identity/index.ts';
import { hashOfSecret } from '../../kernel/secrets.ts';
import { inTransaction, type Tx } from '../../platform/database/database.ts';
import { removeFilesOf } from '../attachments/attachment.store.ts';
import { changeState } from '../tickets/change-state.ts';
import { findRequester, markRequesterConfirmed, type Requester } from '../tickets/requester.store.ts';
import { holdTicket, saveAccount } from '../tickets/ticket.store.ts';
import type { Ticket } from '../tickets/ticket.ts';
import { consumeTicketLink } from '../tickets/ticket-link.store.ts';
import { readTicketLink, type TicketLinkState } from '../tickets/ticket-link.ts';
import type { AskNeeds } from './ask.ts';
import { takeIn } from './take-in.ts';

export type ConfirmOutcome =
  | { outcome: 'confirmed'; ticket: Ticket; email: string; openSecret: string }
  /** The owner of the address says that they never asked. */
  | { outcome: 'thrown-away' }
  | { outcome: 'link-not-live'; state: TicketLinkState };

/** Takes in what a stranger asked, or throws it away, as the owner of the address says; once. */
export async function confirmTicket(
  needs: AskNeeds,
  { secret, isOwn }: { secret: string; isOwn: boolean },
): Promise<ConfirmOutcome> {
  const { link, state } = await readTicketLink(needs, secret, 'confirm');
  if (!link?.ticketId) return { outcome: 'link-not-live', state };
  const { ticketId, requesterId } = link;
  return inTransaction(needs.database, async (tx) => {
    const now = needs.clock.now();
    const requester = await findRequester(tx, requesterId);
    const owner = requester && (await holdOwner(tx, requester));
    // Held before its link, as by whatever sends the link again or ends it.
    const ticket = await holdTicket(tx, ticketId);
    const consumed = await consumeTicketLink(tx, hashOfSecret(secret), 'confirm', now);
    if (!requester || !consumed || ticket?.state !== 'held') return { outcome: 'link-not-live', state };
    if (!isOwn) {
      await removeFilesOf(tx, ticket.id);
      await changeState(needs, tx, ticket, { to: 'closed', by: 'anyone', reason: 'not asked by the owner' });
      return { outcome: 'thrown-away' };
    }
    await markRequesterConfirmed(tx, requester.id, now);
    const proven = owner ? await proveAccount(tx, ticket, owner) : ticket;
    const taken = await changeState(needs, tx, proven, { to: 'new', by: 'anyone' });
    const openSecret = await takeIn(needs, tx, taken, requester);
    return { outcome: 'confirmed', ticket: taken, email: requester.email, openSecret };
  });
}

/** The portal account of the address now, held before the ticket is, as everywhere. One it had before proves nothing. */
async function holdOwner(tx: Tx, { canonical }: Requester) {
  const found = await findAccountByEmail(tx, canonical);
  const held = found && (await lockAccount(tx, found.id));
  if (!held || held.state === 'closed') return undefined;
  return (await isCurrentAddress(tx, held.id, canonical)) ? held.id : undefined;
}

/** Who reads mail sent to an account's address shows that it is theirs. */
async function proveAccount(
  tx: Tx,
  ticket: Ticket,
  account: NonNullable<Ticket['accountId']>,
): Promise<Ticket> {
  await saveAccount(tx, ticket.id, account, 'address');
  return { ...ticket, accountId: account, accountProof: 'address' };
}
