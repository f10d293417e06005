import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Language, wordsIn } from '../../../kernel/words.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import {
  emptyForm,
  type FormState,
  filledForm,
  readPosted,
  show,
  typedValues,
  withError,
} from '../../../ui/index.ts';
import { deskTicketAddress } from '../../addresses.ts';
import { seePersonBesideTicket } from '../../policy.ts';
import { readNotice } from '../outcome-notice.tsx';
import { findPeople } from '../people/find-people.ts';
import { deskTicketsWords } from '../tickets/desk-tickets.words.ts';
import { backToTicket, referenceOf } from '../tickets/ticket-route.ts';
import { proveCallerForm, sendCallerCodeForm } from './check-caller.form.ts';
import { checkCallerPage } from './check-caller.page.tsx';
import { type CheckCallerNeeds, readCheck, readContacts } from './check-caller.ts';
import { checkCallerWords } from './check-caller.words.ts';
import { proveCaller } from './prove-caller.ts';
import { sendCallerCode } from './send-caller-code.ts';

const address = deskTicketAddress(':reference', 'check');
const desk = { policy: seePersonBesideTicket, supportAccess: 'never', realm: 'support' } as const;
const posted = { ...desk, method: 'POST', staleForm: 'shown-again' } as const;

export const checkCallerRoutes = (needs: CheckCallerNeeds): Route[] => [
  route({ ...desk, method: 'GET', address }, (request, reply) => {
    const { person } = request.query as { person?: unknown };
    return showCheck(needs, request, reply, emptyForm, typeof person === 'string' ? person : undefined);
  }),
  route({ ...posted, address }, (request, reply) => sendCode(needs, request, reply)),
  route({ ...posted, address: `${address}/code`, formAt: address }, (request, reply) =>
    proveCode(needs, request, reply),
  ),
];

async function sendCode(needs: CheckCallerNeeds, request: FastifyRequest, reply: FastifyReply) {
  const words = wordsIn(checkCallerWords, request.language);
  const form = readPosted(sendCallerCodeForm(words), request);
  const typed = filledForm(typedValues(request.body));
  const person = String(typed.values.person ?? '');
  if (!form.valid) return showCheck(needs, request, reply, form, person);
  const reference = referenceOf(request);
  const asked = { reference, accountId: form.values.person, contact: form.values.contact };
  const { outcome } = await sendCallerCode(needs, request.actor, asked);
  switch (outcome) {
    case 'code-sent':
    case 'proven-already':
      return reply.redirect(deskTicketAddress(reference, 'check'), 303);
    case 'no-contact':
      return showCheck(needs, request, reply, withError(typed, 'contact', words.noContact), person);
    case 'too-many':
      return showCheck(needs, request, reply, withError(typed, 'contact', words.tooMany), person);
  }
}

async function proveCode(needs: CheckCallerNeeds, request: FastifyRequest, reply: FastifyReply) {
  const words = wordsIn(checkCallerWords, request.language);
  const form = readPosted(proveCallerForm(words), request);
  if (!form.valid) return showCheck(needs, request, reply, form);
  const reference = referenceOf(request);
  const { outcome } = await proveCaller(needs, request.actor, { reference, code: form.values.code });
  if (outcome !== 'wrong-code') return backToTicket(reply, reference, 'proven');
  const typed = filledForm(typedValues(request.body));
  return showCheck(needs, request, reply, withError(typed, 'code', words.wrong));
}

async function showCheck(
  needs: CheckCallerNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  form: FormState,
  person?: string,
) {
  const { ticket, open } = await readCheck(needs, request.actor, referenceOf(request));
  const words = wordsOf(request.language);
  const { found, find } = await look(needs, request);
  const chosen = person ? await readContacts(needs, request.actor, person) : undefined;
  const { timeZone } = needs.settings.service;
  const notice = readNotice(request.query, words.check);
  const page = checkCallerPage({ notice, ticket, open, timeZone, found, find, chosen, form }, words);
  return show(reply, page, form.errors.length + find.errors.length > 0 ? 422 : 200);
}

/** Who was looked for, where anybody was. */
async function look(needs: CheckCallerNeeds, request: FastifyRequest) {
  const { find: typed } = request.query as { find?: unknown };
  if (request.method !== 'GET' || typeof typed !== 'string') return { found: undefined, find: emptyForm };
  const found = await findPeople(needs, request.actor, typed);
  const find = filledForm({ find: typed });
  const { findEmpty } = wordsIn(checkCallerWords, request.language);
  return { found, find: found.outcome === 'too-short' ? withError(find, 'find', findEmpty) : find };
}

const wordsOf = (language: Language) => ({
  check: wordsIn(checkCallerWords, language),
  tickets: wordsIn(deskTicketsWords, language),
});
