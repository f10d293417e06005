import type { FastifyReply, FastifyRequest } from 'fastify';
import { after, hours } from '../../../kernel/duration.ts';
import { ask } from '../../../kernel/policy.ts';
import { type Language, wordsIn } from '../../../kernel/words.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import {
  emptyForm,
  type FormState,
  filledForm,
  keptForm,
  readPosted,
  show,
  typedValues,
  withError,
} from '../../../ui/index.ts';
import { deskCallBacksAddress, deskTicketAddress, deskTicketsAddress } from '../../addresses.ts';
import { answerTickets, deskStaff, seePersonBesideTicket } from '../../policy.ts';
import { findRequester } from '../../tickets/requester.store.ts';
import { deskWords } from '../desk.words.ts';
import { readNotice } from '../outcome-notice.tsx';
import { findPeople } from '../people/find-people.ts';
import { findDeskTicket, viewDeskTicket } from '../tickets/hold-desk-ticket.ts';
import { callBackPage, callBacksPage } from './call-backs.page.tsx';
import { askForCallBack, readCallBacks, settleCallBack } from './call-backs.ts';
import {
  callBackForm,
  openForCallerForm,
  proveCallerForm,
  sendCallerCodeForm,
  settleForm,
} from './caller.form.ts';
import { checkCallerPage, openForCallerPage, type Words } from './caller.page.tsx';
import { callerWords } from './caller.words.ts';
import {
  type CheckCallerNeeds,
  proveCaller,
  readCheck,
  readContacts,
  sendCallerCode,
} from './check-caller.ts';
import { type OpenForCallerNeeds, openForCaller } from './open-for-caller.ts';

export type CallerNeeds = OpenForCallerNeeds & CheckCallerNeeds;

const desk = { supportAccess: 'never', realm: 'support' } as const;
const posted = { ...desk, method: 'POST', staleForm: 'shown-again' } as const;

export const callerRoutes = (needs: CallerNeeds): Route[] => [
  ...openRoutes(needs),
  ...checkRoutes(needs),
  ...callBackRoutes(needs),
];

function openRoutes(needs: CallerNeeds): Route[] {
  const address = `${deskTicketsAddress}/new`;
  const { subjects } = needs.settings.tickets;
  return [
    route({ ...desk, method: 'GET', address, policy: deskStaff }, async (request, reply) => {
      ask(deskStaff, request.actor, undefined);
      return show(reply, openForCallerPage(keptForm(request), subjects, wordsOf(request.language)));
    }),
    route({ ...posted, address, policy: deskStaff }, async (request, reply) => {
      const words = wordsOf(request.language);
      const form = readPosted(openForCallerForm(words.caller, subjects), request);
      if (!form.valid) return show(reply, openForCallerPage(form, subjects, words), 422);
      const { name, email, phone, subject, title, body } = form.values;
      const { reference } = await openForCaller(needs, request.actor, {
        fullName: name,
        address: email,
        phone: phone || undefined,
        subjectKey: subject,
        title,
        body,
      });
      return reply.redirect(`${deskTicketAddress(reference, 'check')}?done=opened`, 303);
    }),
  ];
}

function checkRoutes(needs: CallerNeeds): Route[] {
  const address = deskTicketAddress(':reference', 'check');
  const closed = { policy: seePersonBesideTicket } as const;
  const showCheck = async (
    request: FastifyRequest,
    reply: FastifyReply,
    form: FormState,
    person?: string,
  ) => {
    const { ticket, open } = await readCheck(needs, request.actor, referenceOf(request));
    const { find } = request.query as { find?: unknown };
    const typed = request.method === 'GET' && typeof find === 'string' ? find : undefined;
    const found = typed === undefined ? undefined : await findPeople(needs, request.actor, typed);
    const chosen = person ? await readContacts(needs, request.actor, person) : undefined;
    const words = wordsOf(request.language);
    const filled = filledForm({ find: typed ?? '' });
    const looked =
      found?.outcome === 'too-short' ? withError(filled, 'find', words.caller.check.findEmpty) : filled;
    const { timeZone } = needs.settings.service;
    const notice = readNotice(request.query, words.caller);
    const props = { notice, ticket, open, timeZone, found, find: looked, chosen, form };
    const page = checkCallerPage(props, words);
    return show(reply, page, form.errors.length + looked.errors.length > 0 ? 422 : 200);
  };
  return [
    route({ ...desk, ...closed, method: 'GET', address }, (request, reply) => {
      const { person } = request.query as { person?: unknown };
      return showCheck(request, reply, emptyForm, typeof person === 'string' ? person : undefined);
    }),
    route({ ...posted, ...closed, address }, async (request, reply) => {
      const words = wordsIn(callerWords, request.language);
      const form = readPosted(sendCallerCodeForm(words), request);
      const typed = filledForm(typedValues(request.body));
      const person = String(typed.values.person ?? '');
      if (!form.valid) return showCheck(request, reply, form, person);
      const reference = referenceOf(request);
      const asked = { reference, accountId: form.values.person, contact: form.values.contact };
      const { outcome } = await sendCallerCode(needs, request.actor, asked);
      switch (outcome) {
        case 'code-sent':
        case 'proven-already':
          return reply.redirect(deskTicketAddress(reference, 'check'), 303);
        case 'no-contact':
          return showCheck(request, reply, withError(typed, 'contact', words.check.noContact), person);
        case 'too-many':
          return showCheck(request, reply, withError(typed, 'contact', words.check.tooMany), person);
      }
    }),
    route({ ...posted, ...closed, address: `${address}/code`, formAt: address }, async (request, reply) => {
      const words = wordsIn(callerWords, request.language);
      const form = readPosted(proveCallerForm(words), request);
      if (!form.valid) return showCheck(request, reply, form);
      const reference = referenceOf(request);
      const { outcome } = await proveCaller(needs, request.actor, { reference, code: form.values.code });
      if (outcome !== 'wrong-code') return reply.redirect(`${deskTicketAddress(reference)}?done=proven`, 303);
      const typed = filledForm(typedValues(request.body));
      return showCheck(request, reply, withError(typed, 'code', words.check.wrong));
    }),
  ];
}

function callBackRoutes(needs: CallerNeeds): Route[] {
  const address = deskTicketAddress(':reference', 'call-back');
  return [
    route({ ...desk, policy: answerTickets, method: 'GET', address }, async (request, reply) => {
      const ticket = await viewDeskTicket(needs, request.actor, referenceOf(request));
      const requester = await findRequester(needs.database, ticket.requesterId);
      const form = filledForm({ phone: requester?.phone ?? '', ...request.keptValues });
      return show(reply, callBackPage(ticket.reference, form, wordsOf(request.language)));
    }),
    route({ ...posted, policy: answerTickets, address }, async (request, reply) => {
      const words = wordsOf(request.language);
      const reference = referenceOf(request);
      await findDeskTicket(needs.database, request.actor, reference);
      const form = readPosted(callBackForm(words.caller), request);
      if (!form.valid) return show(reply, callBackPage(reference, form, words), 422);
      const { phone, note } = form.values;
      const wantedAt = after(needs.clock.now(), hours(Number(form.values.hours)));
      await askForCallBack(needs, request.actor, { reference, phone, note, wantedAt });
      return reply.redirect(`${deskTicketAddress(reference)}?done=call-back-saved`, 303);
    }),
    route(
      { ...desk, policy: deskStaff, method: 'GET', address: deskCallBacksAddress },
      async (request, reply) => {
        const callBacks = await readCallBacks(needs, request.actor);
        const words = wordsOf(request.language);
        const notice = readNotice(request.query, words.caller);
        const { timeZone } = needs.settings.service;
        return show(reply, callBacksPage({ callBacks, now: needs.clock.now(), timeZone, notice }, words));
      },
    ),
    route(
      {
        ...desk,
        policy: deskStaff,
        method: 'POST',
        address: `${deskCallBacksAddress}/:id`,
        formAt: deskCallBacksAddress,
      },
      async (request, reply) => {
        const form = readPosted(settleForm, request);
        const { id } = request.params as { id: string };
        if (!form.valid) return reply.redirect(deskCallBacksAddress, 303);
        const { outcome } = await settleCallBack(needs, request.actor, { id, ...form.values });
        return reply.redirect(`${deskCallBacksAddress}?done=${outcome}`, 303);
      },
    ),
  ];
}

const referenceOf = (request: FastifyRequest): string => (request.params as { reference: string }).reference;

const wordsOf = (language: Language): Words => ({
  desk: wordsIn(deskWords, language),
  caller: wordsIn(callerWords, language),
});
