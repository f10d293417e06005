import type { FastifyReply, FastifyRequest } from 'fastify';
import { after, hours } from '../../../kernel/duration.ts';
import { type Language, wordsIn } from '../../../kernel/words.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import type { Settings } from '../../../platform/settings/settings.ts';
import { filledForm, readPosted, show } from '../../../ui/index.ts';
import { deskCallBacksAddress, deskTicketAddress } from '../../addresses.ts';
import { deskStaff } from '../../policy.ts';
import { findRequester } from '../../tickets/requester.store.ts';
import { deskWords } from '../desk.words.ts';
import { readNotice } from '../outcome-notice.tsx';
import { deskTicketsWords } from '../tickets/desk-tickets.words.ts';
import { findDeskTicket, viewDeskTicket } from '../tickets/hold-desk-ticket.ts';
import { answering, backToTicket, referenceOf } from '../tickets/ticket-route.ts';
import { callBackForm, settleForm } from './call-backs.form.ts';
import { callBackPage, callBacksPage } from './call-backs.page.tsx';
import { askForCallBack, type CallBackNeeds, readCallBacks, settleCallBack } from './call-backs.ts';
import { callBacksWords } from './call-backs.words.ts';

export interface CallBackRouteNeeds extends CallBackNeeds {
  settings: Pick<Settings, 'service'>;
}

const note = { ...answering, address: deskTicketAddress(':reference', 'call-back') } as const;
const desk = { policy: deskStaff, supportAccess: 'never', realm: 'support' } as const;

export const callBackRoutes = (needs: CallBackRouteNeeds): Route[] => [
  route({ ...note, method: 'GET' }, async (request, reply) => {
    const ticket = await viewDeskTicket(needs, request.actor, referenceOf(request));
    const requester = await findRequester(needs.database, ticket.requesterId);
    const form = filledForm({ phone: requester?.phone ?? '', ...request.keptValues });
    return show(reply, callBackPage(ticket.reference, form, wordsOf(request.language)));
  }),
  route({ ...note, method: 'POST', staleForm: 'shown-again' }, (request, reply) =>
    noteCallBack(needs, request, reply),
  ),
  route({ ...desk, method: 'GET', address: deskCallBacksAddress }, async (request, reply) => {
    const callBacks = await readCallBacks(needs, request.actor);
    const words = wordsOf(request.language);
    const notice = readNotice(request.query, words.callBacks);
    const { timeZone } = needs.settings.service;
    return show(reply, callBacksPage({ callBacks, now: needs.clock.now(), timeZone, notice }, words));
  }),
  route(
    { ...desk, method: 'POST', address: `${deskCallBacksAddress}/:id`, formAt: deskCallBacksAddress },
    async (request, reply) => {
      const form = readPosted(settleForm, request);
      const { id } = request.params as { id: string };
      if (!form.valid) return reply.redirect(deskCallBacksAddress, 303);
      const { outcome } = await settleCallBack(needs, request.actor, { id, ...form.values });
      return reply.redirect(`${deskCallBacksAddress}?done=${outcome}`, 303);
    },
  ),
];

async function noteCallBack(needs: CallBackRouteNeeds, request: FastifyRequest, reply: FastifyReply) {
  const words = wordsOf(request.language);
  const reference = referenceOf(request);
  await findDeskTicket(needs.database, request.actor, reference);
  const form = readPosted(callBackForm(words.callBacks), request);
  if (!form.valid) return show(reply, callBackPage(reference, form, words), 422);
  const { phone, note } = form.values;
  const wantedAt = after(needs.clock.now(), hours(Number(form.values.hours)));
  await askForCallBack(needs, request.actor, { reference, phone, note, wantedAt });
  return backToTicket(reply, reference, 'call-back-saved');
}

const wordsOf = (language: Language) => ({
  callBacks: wordsIn(callBacksWords, language),
  desk: wordsIn(deskWords, language),
  tickets: wordsIn(deskTicketsWords, language),
});
