import type { FastifyReply, FastifyRequest } from 'fastify';
import { limitNetwork } from '../../identity/index.ts';
import { wordsIn } from '../../kernel/words.ts';
import { type Route, route } from '../../platform/http/index.ts';
import { emptyForm, type FormState, readPosted, show } from '../../ui/index.ts';
import { confirmTicketAddress } from '../addresses.ts';
import { findTicketById } from '../tickets/ticket.store.ts';
import { subjectOf } from '../tickets/ticket.ts';
import { exchangeTicketCode, readTicketLink } from '../tickets/ticket-link.ts';
import { confirmCodeAddress, sentAddress } from './ask.addresses.ts';
import type { AskNeeds } from './ask.ts';
import { askWords } from './ask.words.ts';
import { answerForm, linkOf, refusedCode, showCode } from './by-link.ts';
import { codeForm } from './code.form.ts';
import { confirmPage, deadLinkPage, thrownAwayPage } from './confirm.page.tsx';
import { type ConfirmOutcome, confirmTicket } from './confirm-ticket.ts';
import { openToAnyone, sentByAnyone } from './open-to-anyone.ts';
import { sentPage } from './sent.page.tsx';
import { openSentAsk, sealSentAsk } from './sent-ask.ts';

/** Where the owner of an address says whether they asked: by the link of the email, or by its code. */
export const confirmRoutes = (needs: AskNeeds): Route[] => [
  route({ ...openToAnyone, method: 'GET', address: confirmTicketAddress }, async (request, reply) => {
    const link = linkOf(request);
    return link === undefined
      ? askForCode(request, reply, emptyForm)
      : showQuestion(needs, request, reply, link, emptyForm);
  }),
  route({ ...sentByAnyone, address: confirmTicketAddress }, async (request, reply) => {
    const form = readPosted(answerForm, request);
    if (!form.valid) return showQuestion(needs, request, reply, form.values.link ?? '', form);
    const { link: secret, answer } = form.values;
    return answered(needs, request, reply, await confirmTicket(needs, { secret, isOwn: answer === 'yes' }));
  }),
  route({ ...sentByAnyone, address: confirmCodeAddress }, (request, reply) =>
    postCode(needs, request, reply),
  ),
];

/** The page they came from knows the address and which ticket it is; without it both are asked. */
async function postCode(needs: AskNeeds, request: FastifyRequest, reply: FastifyReply) {
  const { asked: sealed } = (request.body ?? {}) as { asked?: unknown };
  const sent = openSentAsk(needs, sealed);
  const form = readPosted(codeForm(wordsIn(askWords, request.language), sent?.email), request);
  const again = (state: FormState) => {
    if (!sent) return askForCode(request, reply, state);
    const { settings, clock } = needs;
    const props = { sent, sealed: String(sealed), form: state, now: clock.now(), settings };
    return show(reply, sentPage(props, wordsIn(askWords, request.language)), 422);
  };
  if (!form.valid) return again(form);
  await limitNetwork(needs, needs.database, 'code', request.clientNetwork);
  const { email, code } = form.values;
  const typed = { canonical: email.canonical, code, ...(sent && { ticketId: sent.ticketId }) };
  const result = await exchangeTicketCode(needs, typed, 'confirm');
  if (result.outcome === 'refused') return again(refusedCode(email, request));
  return answered(needs, request, reply, await confirmTicket(needs, { secret: result.secret, isOwn: true }));
}

function answered(needs: AskNeeds, request: FastifyRequest, reply: FastifyReply, result: ConfirmOutcome) {
  const words = wordsIn(askWords, request.language);
  switch (result.outcome) {
    case 'confirmed': {
      const { ticket, email, openSecret: secret } = result;
      const sealed = sealSentAsk(needs, ticket, { email, isHeld: false, secret });
      return reply.redirect(`${sentAddress}?asked=${sealed}`, 303);
    }
    case 'thrown-away':
      return show(reply, thrownAwayPage(words));
    case 'link-not-live':
      return show(reply, deadLinkPage(result.state, words), 410);
  }
}

async function showQuestion(
  needs: AskNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  secret: string,
  form: FormState,
) {
  const words = wordsIn(askWords, request.language);
  const { link, state } = await readTicketLink(needs, secret, 'confirm');
  const ticket = link?.ticketId && (await findTicketById(needs.database, link.ticketId));
  if (state !== 'live' || !ticket || ticket.state !== 'held')
    return show(reply, deadLinkPage(state, words), 410);
  const subject = subjectOf(needs.settings, ticket).name;
  const { timeZone } = needs.settings.service;
  const props = { secret, subject, askedAt: ticket.createdAt, timeZone, form };
  return show(reply, confirmPage(props, words), form.errors.length > 0 ? 422 : 200);
}

function askForCode(request: FastifyRequest, reply: FastifyReply, form: FormState) {
  const { confirm, form: labels } = wordsIn(askWords, request.language);
  const { codeTitle: title, codeLead: lead } = confirm;
  return showCode(request, reply, {
    title,
    lead,
    emailLabel: labels.email,
    action: confirmCodeAddress,
    form,
  });
}
