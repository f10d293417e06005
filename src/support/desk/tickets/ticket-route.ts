import type { FastifyReply, FastifyRequest } from 'fastify';
import { deskTicketAddress } from '../../addresses.ts';
import { answerTickets } from '../../policy.ts';

/** For whoever answers tickets, at the desk. */
export const answering = { policy: answerTickets, supportAccess: 'never', realm: 'support' } as const;

/** Of the ticket whose address it is. */
export const referenceOf = ({ params }: FastifyRequest): string =>
  (params as { reference: string }).reference;

/** Back to a ticket, which says what was done. */
export const backToTicket = (reply: FastifyReply, reference: string, outcome: string) =>
  reply.redirect(`${deskTicketAddress(reference)}?done=${outcome}`, 303);
