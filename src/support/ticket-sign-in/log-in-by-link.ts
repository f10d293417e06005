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
export async function logInByLink(
  needs: LogInByLinkNeeds,
  secret: string,
  browser: Browser,
): Promise<LogInByLinkOutcome> {
  const now = needs.clock.now();
  const letIn = await inTransaction(needs.database, async (tx) => {
    const link = await consumeTicketLink(tx, hashOfSecret(secret), 'sign-in', now);
    const requester = link && (await findRequester(tx, link.requesterId));
    if (!requester) return undefined;
    const { canonical, email: typed, fullName, language, id } = requester;
    const owner = { address: { typed, canonical }, fullName, language, browser };
    const done = await letIntoTickets(needs, tx, owner);
    return done && { ...done, requesterId: id };
  });
  if (!letIn) return { outcome: 'refused' };
  // By itself: whoever asks for another link at this moment holds the requester and waits for the link.
  const { requesterId, ...rest } = letIn;
  await inTransaction(needs.database, (tx) => markRequesterConfirmed(tx, requesterId, now));
  return { outcome: 'logged-in', ...rest };
}

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
