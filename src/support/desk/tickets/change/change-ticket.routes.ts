import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Language, wordsIn } from '../../../../kernel/words.ts';
import { type Route, route } from '../../../../platform/http/index.ts';
import { type FormState, filledForm, readPosted, show, typedValues } from '../../../../ui/index.ts';
import { priorityName, priorityNumber, type Ticket } from '../../../tickets/ticket.ts';
import { stepAddress } from '../addresses.ts';
import type { ChangeTicketNeeds } from '../apply-wish.ts';
import { deskTicketsWords } from '../desk-tickets.words.ts';
import { findDeskTicket } from '../hold-desk-ticket.ts';
import { readTicketChoices } from '../ticket-choices.ts';
import { answering, backToTicket, referenceOf } from '../ticket-route.ts';
import { changeTicketForm } from './change-ticket.form.ts';
import { changeTicketPage, spamPage } from './change-ticket.page.tsx';
import { changeTicket, takeTicket } from './change-ticket.ts';
import { changeTicketWords } from './change-ticket.words.ts';
import { closeAsSpam } from './close-as-spam.ts';

/** A button on the page of the ticket itself. */
const pressed = { ...answering, method: 'POST', formAt: stepAddress() } as const;

export const changeTicketRoutes = (needs: ChangeTicketNeeds): Route[] => [
  route({ ...answering, method: 'GET', address: stepAddress('change') }, (request, reply) =>
    showChange(needs, request, reply),
  ),
  route(
    { ...answering, method: 'POST', address: stepAddress('change'), staleForm: 'shown-again' },
    async (request, reply) => {
      const form = readPosted(changeTicketForm(wordsIn(changeTicketWords, request.language)), request);
      if (!form.valid) return showChange(needs, request, reply, form);
      const { assignee, team, priority, state, tags, notice } = form.values;
      const wish = {
        assignedTo: assignee || null,
        teamId: team || null,
        priority: priorityNumber(priority),
        tags,
        noticeId: notice || null,
        ...(state !== '' && { state }),
      };
      const reference = referenceOf(request);
      const { outcome } = await changeTicket(needs, request.actor, { reference, wish });
      return backToTicket(reply, reference, outcome);
    },
  ),
  route({ ...pressed, address: stepAddress('take') }, async (request, reply) => {
    const reference = referenceOf(request);
    const { outcome } = await takeTicket(needs, request.actor, reference);
    return backToTicket(reply, reference, outcome);
  }),
  route({ ...pressed, address: stepAddress('reopen') }, async (request, reply) => {
    const reference = referenceOf(request);
    const { outcome } = await changeTicket(needs, request.actor, { reference, wish: { state: 'open' } });
    return backToTicket(reply, reference, outcome);
  }),
  route({ ...answering, method: 'GET', address: stepAddress('spam') }, async (request, reply) => {
    const ticket = await findDeskTicket(needs.database, request.actor, referenceOf(request));
    return show(reply, spamPage({ ticket }, wordsOf(request.language)));
  }),
  route({ ...answering, method: 'POST', address: stepAddress('spam') }, async (request, reply) => {
    const reference = referenceOf(request);
    const { outcome } = await closeAsSpam(needs, request.actor, reference);
    return backToTicket(reply, reference, outcome);
  }),
];

async function showChange(
  needs: ChangeTicketNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  posted?: FormState,
) {
  const ticket = await findDeskTicket(needs.database, request.actor, referenceOf(request));
  const choices = await readTicketChoices(needs, ticket.subjectKey);
  const form = posted
    ? { values: typedValues(request.body), errors: posted.errors }
    : filledForm({ ...valuesOf(ticket), ...request.keptValues });
  const page = changeTicketPage({ ticket, form, ...choices }, wordsOf(request.language));
  return show(reply, page, posted ? 422 : 200);
}

const valuesOf = (ticket: Ticket) => ({
  assignee: ticket.assignedTo ?? '',
  team: ticket.teamId ?? '',
  priority: priorityName(ticket.priority),
  state: '',
  tags: ticket.tags.join(', '),
  notice: ticket.noticeId ?? '',
});

const wordsOf = (language: Language) => ({
  change: wordsIn(changeTicketWords, language),
  tickets: wordsIn(deskTicketsWords, language),
});
