import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { anyone } from '../../kernel/policy.ts';
import { wordsIn } from '../../kernel/words.ts';
import { type Route, route } from '../../platform/http/index.ts';
import { emptyForm, readPosted, show } from '../../ui/index.ts';
import { registerAddress, stepAddress } from '../addresses.ts';
import { findOrganisationByCode } from '../organisation-by-code.ts';
import { emailField, fullNameField } from '../person-fields.ts';
import { accessAskedPage, askForAccessPage } from './ask-for-access.page.tsx';
import { type AskForAccessNeeds, askForAccess } from './ask-for-access.ts';
import { type AskForAccessWords, askForAccessWords } from './ask-for-access.words.ts';

const open = { policy: anyone, supportAccess: 'never' } as const;
const access = stepAddress(':code', 'access');
const accessSent = `${access}/sent`;

const accessForm = ({ errors }: AskForAccessWords) =>
  z.object({ fullName: fullNameField(errors), email: emailField(errors) });

export const askForAccessRoutes = (needs: AskForAccessNeeds): Route[] => [
  route({ method: 'GET', address: access, ...open }, async (request, reply) => {
    const practice = await registered(needs, request);
    return practice
      ? show(reply, askForAccessPage(practice, emptyForm, wordsOf(request)))
      : backToStart(request, reply);
  }),
  route({ method: 'POST', address: access, ...open, staleForm: 'shown-again' }, async (request, reply) => {
    const practice = await registered(needs, request);
    if (!practice) return backToStart(request, reply);
    const form = readPosted(accessForm(wordsOf(request)), request);
    if (!form.valid) return show(reply, askForAccessPage(practice, form, wordsOf(request)), 422);
    await askForAccess(needs, practice, { ...form.values, clientNetwork: request.clientNetwork });
    return reply.redirect(`${stepAddress(practice.code, 'access')}/sent`, 303);
  }),
  route({ method: 'GET', address: accessSent, ...open }, async (request, reply) => {
    const practice = await registered(needs, request);
    return practice
      ? show(reply, accessAskedPage(practice, wordsOf(request)))
      : reply.redirect(registerAddress, 303);
  }),
];

const wordsOf = (request: FastifyRequest) => wordsIn(askForAccessWords, request.language);

const codeOf = (request: FastifyRequest): string => (request.params as { code: string }).code;

const backToStart = (request: FastifyRequest, reply: FastifyReply) =>
  reply.redirect(stepAddress(encodeURIComponent(codeOf(request))), 303);

async function registered(needs: AskForAccessNeeds, request: FastifyRequest) {
  const found = await findOrganisationByCode(needs, codeOf(request));
  return found.outcome === 'registered' ? found.practice : undefined;
}
