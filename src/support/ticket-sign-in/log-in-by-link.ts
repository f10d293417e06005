import { letIntoTickets, type TicketSessionNeeds, type ticketBrowserOf } from '../../identity/index.ts';
import type { EmailAddress } from '../../kernel/email-address.ts';
import { hashOfSecret } from '../../kernel/secrets.ts';
import { inTransaction } from '../../platform/database/database.ts';
import { findRequester, markRequesterConfirmed } from '../tickets/requester.store.ts';
import { consumeTicketLink } from '../tickets/ticket-link.store.ts';
import { exchangeTicketCode, type TicketLinkNeeds } from '../tickets/ticket-link.ts';

export type LogInByLinkNeeds = TicketSessionNeeds & TicketLinkNeeds;

type Browser = ReturnType<typeof ticketBrowserOf>;
type LetIn = NonNullable<Awaited<ReturnType<typeof letIntoTickets>>>;

export type LogInByLinkOutcome =
  /** `isNew`: an account was made for them, and they may choose a password. */
  ({ outcome: 'logged-in' } & LetIn) | { outcome: 'refused' };

/** Uses up the link of an email, and lets whoever read it in to the tickets of its address. */
export const logInByLink = (
  needs: LogInByLinkNeeds,
  secret: string,
  browser: Browser,
): Promise<LogInByLinkOutcome> =>
  inTransaction(needs.database, async (tx) => {
    const now = needs.clock.now();
    const link = await consumeTicketLink(tx, hashOfSecret(secret), 'sign-in', now);
    const requester = link && (await findRequester(tx, link.requesterId));
    if (!requester) return { outcome: 'refused' };
    const { canonical, email: typed, fullName, language, id } = requester;
    const owner = { address: { typed, canonical }, fullName, language, browser };
    const letIn = await letIntoTickets(needs, tx, owner);
    if (!letIn) return { outcome: 'refused' };
    await markRequesterConfirmed(tx, id, now);
    return { outcome: 'logged-in', ...letIn };
  });

/** The same by the code of that email, for whoever cannot follow its link on this device. */
export async function logInByCode(
  needs: LogInByLinkNeeds,
  typed: { address: EmailAddress; code: string },
  browser: Browser,
): Promise<LogInByLinkOutcome> {
  const { canonical } = typed.address;
  const exchanged = await exchangeTicketCode(needs, { canonical, code: typed.code }, 'sign-in');
  return exchanged.outcome === 'refused' ? exchanged : logInByLink(needs, exchanged.secret, browser);
}
