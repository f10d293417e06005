import type { Audit } from '../../audit/index.ts';
import { limitNetwork } from '../../identity/index.ts';
import { after, hours } from '../../kernel/duration.ts';
import type { SendEmail } from '../../notifications/index.ts';
import { inTransaction, type Tx } from '../../platform/database/database.ts';
import { countUse } from '../../platform/limits/limit.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { findRequester, markRequesterConfirmed, type Requester } from '../tickets/requester.store.ts';
import { findTicketById, holdTicket } from '../tickets/ticket.store.ts';
import type { RequesterId, Ticket } from '../tickets/ticket.ts';
import { issueTicketLink, readTicketLink, type TicketLinkNeeds } from '../tickets/ticket-link.ts';
import { findPartInTicket } from '../tickets/ticket-reader.store.ts';
import { openAgainEmail } from './open-link.email.tsx';
import { addVisit } from './visit.store.ts';

export interface OpenLinkNeeds extends TicketLinkNeeds {
  audit: Audit;
  origin: string;
  sendEmail: SendEmail;
  settings: Settings;
}

/** `past` may be sent anew; of a closed ticket nothing opens by a link any more. */
type DeadLink = { state: 'closed' } | { state: 'past' };
export type LinkToTicket = { state: 'live'; ticket: Ticket; requesterId: RequesterId } | DeadLink;

/** Looks at the link of an email and changes nothing: mail scanners look too. */
export async function readOpenLink(
  needs: Pick<OpenLinkNeeds, 'clock' | 'database'>,
  secret: string,
): Promise<LinkToTicket> {
  const { link, state } = await readTicketLink(needs, secret, 'open');
  const ticket = link?.ticketId && (await findTicketById(needs.database, link.ticketId));
  if (!ticket || state !== 'live') return { state: ticket?.state === 'closed' ? 'closed' : 'past' };
  if (ticket.state === 'closed') return { state: 'closed' };
  const { requesterId } = link;
  const part = await findPartInTicket(needs.database, ticket, [requesterId]);
  return part ? { state: 'live', ticket, requesterId } : { state: 'past' };
}

export type OpenByLinkOutcome = { state: 'opened'; ticket: Ticket; token: string } | DeadLink;

/** Begins a visit of the one ticket that a link is for, under a fresh token whatever the browser carried before. */
export async function openByLink(
  needs: OpenLinkNeeds,
  secret: string,
  clientNetwork: string,
): Promise<OpenByLinkOutcome> {
  const found = await readOpenLink(needs, secret);
  if (found.state !== 'live') return found;
  const { id: ticketId } = found.ticket;
  const { requesterId } = found;
  return inTransaction(needs.database, async (tx) => {
    const ticket = await holdTicket(tx, ticketId);
    if (!ticket || ticket.state === 'closed') return { state: 'closed' };
    const now = needs.clock.now();
    const token = needs.secrets.issue();
    const visit = { id: needs.ids.next<'ticket-visit'>(), tokenHash: token.hash, ticketId, requesterId, now };
    await addVisit(tx, { ...visit, expiresAt: after(now, needs.settings.tickets.visitLasts) });
    await needs.audit.record(tx, {
      action: 'ticket-visited',
      actor: 'anyone',
      record: { type: 'ticket', id: ticketId },
      ...(ticket.accountId && { subject: ticket.accountId }),
      clientNetwork,
    });
    await markRequesterConfirmed(tx, requesterId, now);
    return { state: 'opened', ticket, token: token.plain };
  });
}

/** Sends a new link to whom an old one was sent, if its ticket can still be opened; whoever asks is told the same. */
export async function sendLinkAgain(
  needs: OpenLinkNeeds,
  secret: string,
  clientNetwork: string,
): Promise<void> {
  await limitNetwork(needs, needs.database, 'ticket-link', clientNetwork);
  const { link } = await readTicketLink(needs, secret, 'open');
  const ticketId = link?.ticketId;
  if (!ticketId) return;
  await inTransaction(needs.database, async (tx) => {
    const ticket = await holdTicket(tx, ticketId);
    const requester = await findRequester(tx, link.requesterId);
    if (!ticket || ticket.state === 'closed' || !requester) return;
    if (!(await findPartInTicket(tx, ticket, [requester.id]))) return;
    if (await mayWriteTo(needs, tx, requester)) await send(needs, tx, ticket, requester);
  });
}

/** What somebody with an old link can have sent to its owner in an hour. */
export async function mayWriteTo(needs: OpenLinkNeeds, tx: Tx, { canonical }: Requester): Promise<boolean> {
  const name = `ticket-again:${needs.keyRing.mac('unknown-name', canonical)}`;
  const atMost = needs.settings.recovery.requestsPerHour;
  return (await countUse(tx, { name, window: hours(1), atMost, now: needs.clock.now() })).allowed;
}

async function send(needs: OpenLinkNeeds, tx: Tx, ticket: Ticket, requester: Requester): Promise<void> {
  const { origin, settings } = needs;
  const life = settings.tickets.linkLife;
  const about = { purpose: 'open', ticketId: ticket.id, requesterId: requester.id, life } as const;
  const { secret, expiresAt } = await issueTicketLink(needs, tx, about);
  const { language } = requester;
  await needs.sendEmail(tx, {
    kind: 'ticket-open-again',
    to: requester.email,
    language,
    message: openAgainEmail({ reference: ticket.reference, secret, life, origin }, language),
    expiresAt,
  });
}
