import type { FastifyReply, FastifyRequest } from 'fastify';
import { limitNetwork } from '../../identity/index.ts';
import { wordsIn } from '../../kernel/words.ts';
import { type Route, route } from '../../platform/http/index.ts';
import { emptyForm, type FormState, readPosted, show } from '../../ui/index.ts';
import { agreeAddress } from '../addresses.ts';
import { exchangeTicketCode } from '../tickets/ticket-link.ts';
import { agreedPage, agreePage, deadAgreementPage, refusedPage } from './agree.page.tsx';
import { answerAgreement, readAgreement } from './agree.ts';
import { agreeCodeAddress } from './ask.addresses.ts';
import type { AskNeeds } from './ask.ts';
import { askWords } from './ask.words.ts';
import { answerForm, linkOf, refusedCode, showCode } from './by-link.ts';
import { codeForm } from './code.form.ts';
import { openToAnyone, sentByAnyone } from './open-to-anyone.ts';

/** Where somebody says whether another may help them. */
export const agreeRoutes = (needs: AskNeeds): Route[] => [
  route({ ...openToAnyone, method: 'GET', address: agreeAddress }, async (request, reply) => {
    const link = linkOf(request);
    return link === undefined
      ? askForCode(request, reply, emptyForm)
      : showQuestion(needs, request, reply, link, emptyForm);
  }),
  route({ ...sentByAnyone, address: agreeAddress }, async (request, reply) => {
    const words = wordsIn(askWords, request.language);
    const form = readPosted(answerForm, request);
    if (!form.valid) return showQuestion(needs, request, reply, form.values.link ?? '', form);
    const { link: secret, answer } = form.values;
    const result = await answerAgreement(needs, { secret, agrees: answer === 'yes' });
    switch (result.outcome) {
      case 'agreed':
        return show(reply, agreedPage(result.ticket.reference, words));
      case 'refused':
        return show(reply, refusedPage(words));
      case 'link-not-live':
        return show(reply, deadAgreementPage(result.state, words), 410);
    }
  }),
  route({ ...sentByAnyone, address: agreeCodeAddress }, async (request, reply) => {
    const form = readPosted(codeForm(wordsIn(askWords, request.language)), request);
    if (!form.valid) return askForCode(request, reply, form);
    await limitNetwork(needs, needs.database, 'code', request.clientNetwork);
    const { email, code } = form.values;
    const result = await exchangeTicketCode(needs, { canonical: email.canonical, code }, 'agree');
    if (result.outcome === 'exchanged') return reply.redirect(`${agreeAddress}?link=${result.secret}`, 303);
    return askForCode(request, reply, refusedCode(email, request));
  }),
];

async function showQuestion(
  needs: AskNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  secret: string,
  form: FormState,
) {
  const words = wordsIn(askWords, request.language);
  const read = await readAgreement(needs, secret);
  if (read.outcome === 'link-not-live') return show(reply, deadAgreementPage(read.state, words), 410);
  const status = form.errors.length > 0 ? 422 : 200;
  return show(reply, agreePage({ secret, who: read.who, form }, words), status);
}

function askForCode(request: FastifyRequest, reply: FastifyReply, form: FormState) {
  const { agree, confirm } = wordsIn(askWords, request.language);
  const { title, emailLabel } = agree;
  return showCode(request, reply, {
    title,
    lead: confirm.codeLead,
    emailLabel,
    action: agreeCodeAddress,
    form,
  });
}
