import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Language, wordsIn } from '../../../../kernel/words.ts';
import { type Route, route } from '../../../../platform/http/index.ts';
import { type FormState, keptForm, readPosted, show, withError } from '../../../../ui/index.ts';
import { stepAddress } from '../addresses.ts';
import { deskTicketsWords } from '../desk-tickets.words.ts';
import { findDeskTicket } from '../hold-desk-ticket.ts';
import { answering, backToTicket, referenceOf } from '../ticket-route.ts';
import { mergeTicketsForm } from './merge-tickets.form.ts';
import { mergeTicketsPage } from './merge-tickets.page.tsx';
import { type MergeNeeds, type MergePreview, mergeTickets, previewMerge } from './merge-tickets.ts';
import { mergeTicketsWords } from './merge-tickets.words.ts';

export const mergeTicketsRoutes = (needs: MergeNeeds): Route[] => [
  route({ ...answering, method: 'GET', address: stepAddress('merge') }, async (request, reply) => {
    await findDeskTicket(needs.database, request.actor, referenceOf(request));
    return showMerge(request, reply, keptForm(request), undefined);
  }),
  route(
    { ...answering, method: 'POST', address: stepAddress('merge'), staleForm: 'shown-again' },
    (request, reply) => merge(needs, request, reply),
  ),
];

async function merge(needs: MergeNeeds, request: FastifyRequest, reply: FastifyReply) {
  const { merge: words } = wordsOf(request.language);
  const reference = referenceOf(request).toUpperCase();
  await findDeskTicket(needs.database, request.actor, reference);
  const form = readPosted(mergeTicketsForm(words), request);
  if (!form.valid) return showMerge(request, reply, form, undefined);
  const { into, both, step } = form.values;
  const typed = { values: { into, both }, errors: [] };
  const shown = await previewMerge(needs, request.actor, { reference, into });
  if (shown.outcome !== 'preview')
    return showMerge(request, reply, withError(typed, 'into', words.problems[shown.outcome]), undefined);
  if (step !== 'merge') return showMerge(request, reply, typed, shown.preview);
  const asked = { reference, into, mayBothRead: both === 'yes' };
  const { outcome } = await mergeTickets(needs, request.actor, asked);
  if (outcome === 'merged') return backToTicket(reply, shown.preview.stays.ticket.reference, 'merged');
  if (outcome === 'two-people')
    return showMerge(request, reply, withError(typed, 'both', words.problems[outcome]), shown.preview);
  return showMerge(request, reply, withError(typed, 'into', words.problems[outcome]), undefined);
}

function showMerge(
  request: FastifyRequest,
  reply: FastifyReply,
  form: FormState,
  preview: MergePreview | undefined,
) {
  const page = mergeTicketsPage(
    { reference: referenceOf(request).toUpperCase(), form, preview },
    wordsOf(request.language),
  );
  return show(reply, page, form.errors.length > 0 ? 422 : 200);
}

const wordsOf = (language: Language) => ({
  merge: wordsIn(mergeTicketsWords, language),
  tickets: wordsIn(deskTicketsWords, language),
});
