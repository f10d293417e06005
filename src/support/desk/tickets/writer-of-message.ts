import type { TicketMessage } from '../../tickets/ticket-message.store.ts';
import type { DeskTicketsWords } from './desk-tickets.words.ts';

/** Who wrote a message, and whether people read it. */
export function writerOf(message: TicketMessage, { gone, writers }: DeskTicketsWords): string {
  if (message.kind === 'report') return writers.report;
  if (message.kind === 'from-requester') return message.requesterName ?? gone;
  const name = message.staffName ?? (message.kind === 'note' && !message.writtenBy ? writers.system : gone);
  return message.kind === 'note' ? writers.note(name) : writers.support(name);
}
