import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { recordListing } from '../../../../audit/index.ts';
import type { Actor } from '../../../../kernel/actor.ts';
import { type Language, wordsIn } from '../../../../kernel/words.ts';
import { type Route, route } from '../../../../platform/http/index.ts';
import {
  type FormState,
  filledForm,
  readForm,
  readPosted,
  show,
  typedValues,
  withError,
} from '../../../../ui/index.ts';
import { deskTicketsAddress } from '../../../addresses.ts';
import { answerTickets } from '../../../policy.ts';
import { findTickets } from '../../../tickets/ticket.store.ts';
import { priorityNumber } from '../../../tickets/ticket.ts';
import { deskChosenAddress } from '../addresses.ts';
import type { ChangeTicketNeeds } from '../apply-wish.ts';
import { deskTicketsWords } from '../desk-tickets.words.ts';
import { readTicketChoices } from '../ticket-choices.ts';
import { answering } from '../ticket-route.ts';
import { changeChosenForm, chooseForm } from './change-chosen.form.ts';
import { type ChosenTicket, changeChosenPage, chosenDonePage } from './change-chosen.page.tsx';
import { type ChosenWish, changeChosen, mayChangeAmongSeveral, mostChosen } from './change-chosen.ts';
import { changeChosenWords } from './change-chosen.words.ts';

/** Chosen on the list, then what is to be done and to which is shown before it is done. */
export const changeChosenRoutes = (needs: ChangeTicketNeeds): Route[] => [
  route(
    {
      ...answering,
      method: 'POST',
      address: deskChosenAddress,
      staleForm: 'shown-again',
      formAt: deskTicketsAddress,
    },
    async (request, reply) => {
      const words = wordsOf(request.language);
      const { step } = typedValues(request.body);
      const isChange = request.formIsFresh && step === 'change';
      if (!isChange) return showChosen(needs, request, reply, readPosted(chooseForm(words.chosen), request));
      const form = readForm(changeChosenForm(words.chosen), request.body);
      if (!form.valid) return showChosen(needs, request, reply, form);
      const wish = wishOf(form.values);
      if (Object.keys(wish).length === 0) {
        const typed = filledForm(typedValues(request.body));
        return showChosen(needs, request, reply, withError(typed, 'assignee', words.chosen.problems.nothing));
      }
      const asked = { references: form.values.chosen, wish };
      const results = await changeChosen(needs, request.actor, asked);
      return show(reply, chosenDonePage({ results, back: form.values.back }, words));
    },
  ),
];

type Values = z.output<ReturnType<typeof changeChosenForm>>;

function wishOf({ assignee, team, notice, priority, state, tag }: Values): ChosenWish {
  const isSaid = (value: string) => value !== '' && value !== 'leave';
  const orNone = (value: string) => (value === 'none' ? null : value);
  return {
    ...(isSaid(assignee) && { assignedTo: orNone(assignee) }),
    ...(isSaid(team) && { teamId: orNone(team) }),
    ...(isSaid(notice) && { noticeId: orNone(notice) }),
    ...(priority !== 'leave' && { priority: priorityNumber(priority) }),
    ...(state !== 'leave' && { state }),
    ...(tag && { addTag: tag }),
  };
}

async function showChosen(
  needs: ChangeTicketNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  read: FormState | { valid: true },
) {
  const typed = typedValues(request.body);
  const form = 'errors' in read ? read : filledForm(typed);
  const chosen = (typed.chosen ?? '').split('\n').filter(Boolean).slice(0, mostChosen);
  const tickets = await findChosen(needs, request.actor as Actor, chosen);
  const props = { tickets, back: typed.back ?? '', form, ...(await readTicketChoices(needs)) };
  const page = changeChosenPage(props, wordsOf(request.language));
  return show(reply, page, form.errors.length > 0 ? 422 : 200);
}

async function findChosen(
  needs: ChangeTicketNeeds,
  actor: Actor,
  references: readonly string[],
): Promise<ChosenTicket[]> {
  const found = await findTickets(needs.database, references);
  const readable = found.filter((ticket) => answerTickets.allows(actor, ticket));
  const shown = readable.map(({ id }) => id);
  await recordListing(needs, actor, { action: 'tickets-listed', asked: { chosen: true }, shown });
  return readable.map((ticket) => ({
    reference: ticket.reference,
    title: ticket.title,
    isYours: mayChangeAmongSeveral(actor, ticket),
  }));
}

const wordsOf = (language: Language) => ({
  chosen: wordsIn(changeChosenWords, language),
  tickets: wordsIn(deskTicketsWords, language),
});
