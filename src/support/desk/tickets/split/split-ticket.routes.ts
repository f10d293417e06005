import type { FastifyReply, FastifyRequest } from 'fastify';
import { wordsIn } from '../../../../kernel/words.ts';
import { type Route, route } from '../../../../platform/http/index.ts';
import {
  type FormState,
  filledForm,
  readPosted,
  show,
  typedValues,
  withError,
} from '../../../../ui/index.ts';
import { answerTickets } from '../../../policy.ts';
import { listTicketMessages } from '../../../tickets/ticket-message.store.ts';
import { stepAddress } from '../addresses.ts';
import { deskTicketsWords } from '../desk-tickets.words.ts';
import { viewDeskTicket } from '../hold-desk-ticket.ts';
import { answering, backToTicket, referenceOf } from '../ticket-route.ts';
import { splitTicketForm } from './split-ticket.form.ts';
import { splitTicketPage } from './split-ticket.page.tsx';
import { type SplitNeeds, splitTicket } from './split-ticket.ts';
import { splitTicketWords } from './split-ticket.words.ts';

export const splitTicketRoutes = (needs: SplitNeeds): Route[] => [
  route({ ...answering, method: 'GET', address: stepAddress('split') }, (request, reply) =>
    showSplit(needs, request, reply),
  ),
  route(
    { ...answering, method: 'POST', address: stepAddress('split'), staleForm: 'shown-again' },
    async (request, reply) => {
      const words = wordsIn(splitTicketWords, request.language);
      const form = readPosted(splitTicketForm(words), request);
      if (!form.valid) return showSplit(needs, request, reply, form);
      const asked = { reference: referenceOf(request), ...form.values };
      const result = await splitTicket(needs, request.actor, asked);
      if (result.outcome === 'split') return backToTicket(reply, result.reference, 'split');
      const field = result.outcome === 'no-such-subject' ? 'subject' : 'messages';
      const typed = filledForm(typedValues(request.body));
      return showSplit(needs, request, reply, withError(typed, field, words.problems[result.outcome]));
    },
  ),
];

async function showSplit(
  needs: SplitNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  posted?: FormState,
) {
  const ticket = await viewDeskTicket(needs, request.actor, referenceOf(request));
  const messages = await listTicketMessages(needs.database, ticket.id);
  const { settings } = needs;
  const form = posted ?? filledForm({ subject: ticket.subjectKey, ...request.keptValues });
  const subjects = settings.tickets.subjects.filter(({ key }) =>
    answerTickets.allows(request.actor, { subjectKey: key }),
  );
  const page = splitTicketPage(
    { ticket, messages, subjects, timeZone: settings.service.timeZone, form },
    {
      split: wordsIn(splitTicketWords, request.language),
      tickets: wordsIn(deskTicketsWords, request.language),
    },
  );
  return show(reply, page, form.errors.length > 0 ? 422 : 200);
}
