import type { FastifyReply, FastifyRequest } from 'fastify';
import { findAccount } from '../../identity/index.ts';
import { anyone } from '../../kernel/policy.ts';
import { wordsIn } from '../../kernel/words.ts';
import { type Route, route } from '../../platform/http/index.ts';
import { type FormState, filledForm, keptForm, readPosted, show } from '../../ui/index.ts';
import { registerAddress, stepAddress } from '../addresses.ts';
import type { Organisation } from '../places/organisation.ts';
import { findOrganisationByCode } from '../places/organisation-by-code.ts';
import { answerRoutes } from './answer.routes.ts';
import { type AskMainContactNeeds, askMainContact } from './ask-main-contact.ts';
import { type DeskNeeds, deskRoutes } from './desk.routes.ts';
import { askForm } from './main-contact-gone.form.ts';
import { askedPage, askMainContactPage } from './main-contact-gone.page.tsx';
import { mainContactGoneWords } from './main-contact-gone.words.ts';

export type MainContactGoneNeeds = AskMainContactNeeds & DeskNeeds;

const open = { policy: anyone, supportAccess: 'never' } as const;
const gone = stepAddress(':code', 'main-contact');
const goneSent = `${gone}/sent`;

export const mainContactGoneRoutes = (needs: MainContactGoneNeeds): Route[] => [
  route({ ...open, method: 'GET', address: gone }, async (request, reply) => {
    const practice = await registered(needs, request);
    if (!practice) return backToStart(request, reply);
    const kept = keptForm(request);
    const isFresh = Object.keys(kept.values).length === 0 && kept.errors.length === 0;
    return showAsk(needs, request, reply, practice, isFresh ? await ownDetails(needs, request) : kept);
  }),
  route({ ...open, method: 'POST', address: gone, staleForm: 'shown-again' }, async (request, reply) => {
    const practice = await registered(needs, request);
    if (!practice) return backToStart(request, reply);
    const form = readPosted(askForm(wordsOf(request), needs.settings.organisations), request);
    if (!form.valid) return showAsk(needs, request, reply, practice, form);
    const { language, clientNetwork } = request;
    await askMainContact(needs, practice, { ...form.values, language, clientNetwork });
    return reply.redirect(`${stepAddress(practice.code, 'main-contact')}/sent`, 303);
  }),
  route({ ...open, method: 'GET', address: goneSent }, async (request, reply) => {
    const practice = await registered(needs, request);
    return practice
      ? show(reply, askedPage(practice, wordsOf(request)))
      : reply.redirect(registerAddress, 303);
  }),
  ...answerRoutes(needs),
  ...deskRoutes(needs),
];

const wordsOf = (request: FastifyRequest) => wordsIn(mainContactGoneWords, request.language);
const codeOf = (request: FastifyRequest): string => (request.params as { code: string }).code;

const backToStart = (request: FastifyRequest, reply: FastifyReply) =>
  reply.redirect(stepAddress(encodeURIComponent(codeOf(request))), 303);

async function registered(needs: MainContactGoneNeeds, request: FastifyRequest) {
  const found = await findOrganisationByCode(needs, codeOf(request));
  return found.outcome === 'registered' ? found.practice : undefined;
}

/** Who is logged in need not type what we know. */
async function ownDetails(needs: MainContactGoneNeeds, { actor }: FastifyRequest): Promise<FormState> {
  const own = actor?.person.realm === 'portal' ? await findAccount(needs.database, actor.subject) : undefined;
  return filledForm(own ? { fullName: own.fullName, email: own.email } : {});
}

function showAsk(
  { settings }: MainContactGoneNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  practice: Organisation,
  form: FormState,
) {
  const { authorisers } = settings.organisations;
  const page = askMainContactPage(practice, { form, authorisers }, wordsOf(request));
  return show(reply, page, form.errors.length > 0 ? 422 : 200);
}
