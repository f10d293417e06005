import type { FastifyReply, FastifyRequest } from 'fastify';
import { anyone } from '../../kernel/policy.ts';
import { wordsIn } from '../../kernel/words.ts';
import { type Route, route } from '../../platform/http/index.ts';
import { type FormState, keptForm, readPosted, show } from '../../ui/index.ts';
import { registerAddress, stepAddress } from '../addresses.ts';
import { findOrganisationByCode, standingNow } from '../places/organisation-by-code.ts';
import { askForm, ownForm } from './ask-for-access.form.ts';
import { accessAskedPage, alreadyMemberPage, askForAccessPage } from './ask-for-access.page.tsx';
import {
  type AskedPlace,
  type AskForAccessNeeds,
  askAsYourself,
  askForAccess,
  findOwnDetails,
} from './ask-for-access.ts';
import { askForAccessWords } from './ask-for-access.words.ts';

const open = { policy: anyone, supportAccess: 'never' } as const;
const access = stepAddress(':code', 'access');
const accessSent = `${access}/sent`;

export const askForAccessRoutes = (needs: AskForAccessNeeds): Route[] => [
  route({ method: 'GET', address: access, ...open }, async (request, reply) => {
    const place = await findPlace(needs, request);
    return place ? showForm(needs, request, reply, place, keptForm(request)) : backToStart(request, reply);
  }),
  route({ method: 'POST', address: access, ...open, staleForm: 'shown-again' }, async (request, reply) => {
    const place = await findPlace(needs, request);
    if (!place) return backToStart(request, reply);
    return request.actor ? askOwn(needs, request, reply, place) : askNew(needs, request, reply, place);
  }),
  route({ method: 'GET', address: accessSent, ...open }, async (request, reply) => {
    const place = await findPlace(needs, request);
    const { accessRequestLife } = needs.settings.organisations;
    return place
      ? show(reply, accessAskedPage(askedOf(place), accessRequestLife, wordsOf(request)))
      : reply.redirect(registerAddress, 303);
  }),
];

async function askNew(
  needs: AskForAccessNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  place: AskedPlace,
) {
  const form = readPosted(askForm(wordsOf(request)), request);
  if (!form.valid) return showForm(needs, request, reply, place, form);
  const { language, clientNetwork } = request;
  await askForAccess(needs, place, { ...form.values, language, clientNetwork });
  return toSent(reply, place);
}

async function askOwn(
  needs: AskForAccessNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  place: AskedPlace,
) {
  const { actor, language, clientNetwork } = request;
  const form = readPosted(ownForm(wordsOf(request)), request);
  if (!actor || !form.valid)
    return showForm(needs, request, reply, place, form.valid ? keptForm(request) : form);
  const asked = await askAsYourself(needs, actor, place, { ...form.values, language, clientNetwork });
  switch (asked.outcome) {
    case 'asked':
      return toSent(reply, place);
    case 'already-member':
      return show(reply, alreadyMemberPage(askedOf(place), wordsOf(request)));
  }
}

async function showForm(
  needs: AskForAccessNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  place: AskedPlace,
  form: FormState,
) {
  const own = request.actor && (await findOwnDetails(needs.database, request.actor, place));
  const organisation = askedOf(place);
  if (own?.isMember) return show(reply, alreadyMemberPage(organisation, wordsOf(request)));
  const page = askForAccessPage({ organisation, form, own }, wordsOf(request));
  return show(reply, page, form.errors.length > 0 ? 422 : 200);
}

const askedOf = ({ branch, practice }: AskedPlace) => branch ?? practice;

const toSent = (reply: FastifyReply, place: AskedPlace) =>
  reply.redirect(`${stepAddress(askedOf(place).code, 'access')}/sent`, 303);

const wordsOf = (request: FastifyRequest) => wordsIn(askForAccessWords, request.language);

const codeOf = (request: FastifyRequest): string => (request.params as { code: string }).code;

const backToStart = (request: FastifyRequest, reply: FastifyReply) =>
  reply.redirect(stepAddress(encodeURIComponent(codeOf(request))), 303);

/** A registered practice, or a branch of one; anything else has nobody to ask. */
async function findPlace(needs: AskForAccessNeeds, request: FastifyRequest): Promise<AskedPlace | undefined> {
  const found = await findOrganisationByCode(needs, codeOf(request));
  if (found.outcome === 'registered') return { practice: found.practice, branch: undefined };
  if (found.outcome !== 'branch' || standingNow(needs, found.practice) !== 'registered') return undefined;
  return { practice: found.practice, branch: found.branch };
}
