import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
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
import { codeForm } from './code.form.ts';
import { codePage } from './confirm.page.tsx';
import { openToAnyone, sentByAnyone } from './open-to-anyone.ts';

const answerForm = z.object({ link: z.string(), answer: z.enum(['yes', 'no']) });

/** Where somebody says whether another may help them. */
export const agreeRoutes = (needs: AskNeeds): Route[] => [
  route({ ...openToAnyone, method: 'GET', address: agreeAddress }, async (request, reply) => {
    const { link } = request.query as { link?: unknown };
    return typeof link === 'string'
      ? showQuestion(needs, request, reply, link, emptyForm)
      : showCode(request, reply, emptyForm);
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
    const words = wordsIn(askWords, request.language);
    const form = readPosted(codeForm(words), request);
    if (!form.valid) return showCode(request, reply, form);
    await limitNetwork(needs, needs.database, 'code', request.clientNetwork);
    const { email, code } = form.values;
    const result = await exchangeTicketCode(needs, { canonical: email.canonical, code }, 'agree');
    if (result.outcome === 'exchanged') return reply.redirect(`${agreeAddress}?link=${result.secret}`, 303);
    const errors = [{ field: 'code', message: words.errors.codeRefused }];
    return showCode(request, reply, { values: { email: email.typed }, errors });
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

function showCode(request: FastifyRequest, reply: FastifyReply, form: FormState) {
  const words = wordsIn(askWords, request.language);
  const { title, emailLabel } = words.agree;
  const props = { title, lead: words.confirm.codeLead, emailLabel, action: agreeCodeAddress, form };
  return show(reply, codePage(props, words), form.errors.length > 0 ? 422 : 200);
}
