import { findSentEmails, recordEmailReport, type SentEmail } from '../../notifications/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import { changeState, type TicketNeeds } from '../tickets/change-state.ts';
import { holdTicket } from '../tickets/ticket.store.ts';
import { isOurMessageId, type OurMail } from './classify-mail.ts';
import type { DeliveryReport } from './delivery-report.ts';
import type { MailEnding } from './mail-in.store.ts';
import { findTicketOfMessage, markBounced } from './thread.store.ts';

export interface TakeBounceNeeds extends TicketNeeds {
  ourMail: OurMail;
}

/** Keeps what a mail server says became of a message of ours, whatever kind of message it was. */
export async function takeBounce(
  needs: TakeBounceNeeds,
  tx: Tx,
  report: DeliveryReport,
): Promise<MailEnding> {
  const ids = report.messageIds.filter((id) => isOurMessageId(id, needs.ourMail));
  const [sent] = await findSentEmails(tx, ids.slice(0, 20));
  if (!sent) return { state: 'ignored', effect: 'bounce', problem: 'of-no-message' };
  const { code: problem, status } = report;
  if (status === 'delayed') return { state: 'ignored', effect: 'delayed' };
  await recordEmailReport(tx, sent.id, { status, problem }, needs.clock.now());
  if (status === 'delivered') return { state: 'handled', effect: 'delivered' };
  await auditBounce(needs, tx, sent, problem);
  const ticketId = await tellTicket(needs, tx, sent, problem ?? status);
  return { state: 'handled', effect: 'bounce', ...(ticketId && { ticketId }) };
}

const auditBounce = (
  { audit }: TakeBounceNeeds,
  tx: Tx,
  { id, accountId }: SentEmail,
  code: string | undefined,
) =>
  audit.record(tx, {
    action: 'mail-bounced',
    actor: 'system',
    record: { type: 'message', id },
    ...(accountId && { subject: accountId }),
    ...(code !== undefined && { reason: code }),
  });

/** An answer that did not arrive makes the ticket our turn again: nobody there knows that they have to reply. */
async function tellTicket(needs: TakeBounceNeeds, tx: Tx, { id }: SentEmail, reason: string) {
  const ticketId = await findTicketOfMessage(tx, id);
  const ticket = ticketId && (await holdTicket(tx, ticketId));
  if (!ticket) return undefined;
  await markBounced(tx, id, { now: needs.clock.now(), reason });
  if (ticket.state === 'waiting-for-you')
    await changeState(needs, tx, ticket, { to: 'waiting-for-us', by: 'system', reason: 'not delivered' });
  return ticket.id;
}
