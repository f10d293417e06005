import { limitNetwork } from '../../identity/index.ts';
import { hashOfSecret } from '../../kernel/secrets.ts';
import { inTransaction } from '../../platform/database/database.ts';
import { findRequester } from '../tickets/requester.store.ts';
import { consumeTicketLink } from '../tickets/ticket-link.store.ts';
import { exchangeTicketCode, issueTicketLink } from '../tickets/ticket-link.ts';
import type { ReadableTicket } from '../tickets/ticket-reader.ts';
import { documentCodeEmail } from './open-link.email.tsx';
import { mayWriteTo, type OpenLinkNeeds } from './open-link.ts';
import { proveVisit } from './visit.store.ts';

/** Emails a code to whom the link was sent, which this one ticket's files are given for. */
export const sendDocumentCode = (needs: OpenLinkNeeds, readable: ReadableTicket): Promise<void> =>
  inTransaction(needs.database, async (tx) => {
    const { ticket, requesterId } = readable;
    const requester = await findRequester(tx, requesterId);
    if (!requester || !(await mayWriteTo(needs, tx, requester))) return;
    const life = needs.settings.recovery.linkLife;
    const about = { purpose: 'document', ticketId: ticket.id, requesterId, life } as const;
    const { code, expiresAt } = await issueTicketLink(needs, tx, about);
    const { language } = requester;
    await needs.sendEmail(tx, {
      kind: 'ticket-document-code',
      to: requester.email,
      language,
      message: documentCodeEmail({ reference: ticket.reference, code, life }, language),
      expiresAt,
    });
  });

/** Whoever gives that code in the browser that followed the link may have the files, until its visit ends. */
export async function proveForDocuments(
  needs: OpenLinkNeeds,
  readable: ReadableTicket,
  { code, clientNetwork }: { code: string; clientNetwork: string },
): Promise<boolean> {
  await limitNetwork(needs, needs.database, 'code', clientNetwork);
  const { ticket, requesterId, reader } = readable;
  const { visitId } = reader;
  const requester = await findRequester(needs.database, requesterId);
  if (!requester || !visitId) return false;
  const typed = { canonical: requester.canonical, code, ticketId: ticket.id };
  const exchanged = await exchangeTicketCode(needs, typed, 'document');
  if (exchanged.outcome === 'refused') return false;
  return inTransaction(needs.database, async (tx) => {
    const now = needs.clock.now();
    const link = await consumeTicketLink(tx, hashOfSecret(exchanged.secret), 'document', now);
    if (link?.ticketId !== ticket.id || link.requesterId !== requesterId) return false;
    if (!(await proveVisit(tx, visitId, now))) return false;
    await needs.audit.record(tx, {
      action: 'ticket-documents-proven',
      actor: 'anyone',
      record: { type: 'ticket', id: ticket.id },
      ...(ticket.accountId && { subject: ticket.accountId }),
      clientNetwork,
    });
    return true;
  });
}
