import type { FastifyReply, FastifyRequest } from 'fastify';
import { anyone } from '../../kernel/policy.ts';
import { wordsIn } from '../../kernel/words.ts';
import { type Route, route } from '../../platform/http/index.ts';
import { emptyForm, filledForm, readPosted, show } from '../../ui/index.ts';
import { registerAddress, sentAddress, stepAddress } from '../addresses.ts';
import { isSameAddress } from '../members/person-fields.ts';
import type { Organisation } from '../places/organisation.ts';
import { findOrganisationByCode } from '../places/organisation-by-code.ts';
import { checkAnswersPage } from './check-answers.page.tsx';
import {
  type Journey,
  keepJourney,
  readAnyJourney,
  readJourney,
  startJourney,
  type WholeJourney,
  type YourAnswers,
} from './journey.ts';
import { mailboxForm, youForm } from './register-organisation.form.ts';
import { mailboxPage, sentPage, youPage } from './register-organisation.page.tsx';
import { type RegisterOrganisationNeeds, registerOrganisation } from './register-organisation.ts';
import { registerOrganisationWords } from './register-organisation.words.ts';

const open = { policy: anyone, supportAccess: 'never' } as const;
const posted = { ...open, method: 'POST', staleForm: 'shown-again' } as const;

export const registerOrganisationRoutes = (needs: RegisterOrganisationNeeds): Route[] => [
  ...youRoutes(needs),
  ...mailboxRoutes(needs),
  ...checkRoutes(needs),
  route({ method: 'GET', address: sentAddress, ...open }, async (request, reply) => {
    const reference = readAnyJourney(needs, request)?.reference;
    return reference
      ? show(reply, sentPage(reference, wordsOf(request)))
      : reply.redirect(registerAddress, 303);
  }),
];

const youRoutes = (needs: RegisterOrganisationNeeds): Route[] => [
  route({ method: 'GET', address: stepAddress(':code', 'you'), ...open }, async (request, reply) => {
    const practice = await registrable(needs, request);
    if (!practice) return backToStart(request, reply);
    const known = readJourney(needs, request, practice.code)?.you;
    return show(reply, youPage(practice, known ? filledForm(known) : emptyForm, wordsOf(request)));
  }),
  route({ address: stepAddress(':code', 'you'), ...posted }, async (request, reply) => {
    const practice = await registrable(needs, request);
    if (!practice) return backToStart(request, reply);
    const form = readPosted(youForm(wordsOf(request)), request);
    if (!form.valid) return show(reply, youPage(practice, form, wordsOf(request)), 422);
    const known = unsent(readJourney(needs, request, practice.code)) ?? startJourney(needs, practice.code);
    keepJourney(needs, request, withYou(known, form.values));
    return reply.redirect(stepAddress(practice.code, 'mailbox'), 303);
  }),
];

const mailboxRoutes = (needs: RegisterOrganisationNeeds): Route[] => [
  route({ method: 'GET', address: stepAddress(':code', 'mailbox'), ...open }, async (request, reply) => {
    const step = await stepAfterYou(needs, request);
    if (!step) return backToStart(request, reply);
    const { mailbox } = step.journey;
    return show(
      reply,
      mailboxPage(step.practice, mailbox ? filledForm({ mailbox }) : emptyForm, wordsOf(request)),
    );
  }),
  route({ address: stepAddress(':code', 'mailbox'), ...posted }, async (request, reply) => {
    const step = await stepAfterYou(needs, request);
    if (!step) return backToStart(request, reply);
    const form = readPosted(mailboxForm(wordsOf(request), step.journey.you.email), request);
    if (!form.valid) return show(reply, mailboxPage(step.practice, form, wordsOf(request)), 422);
    keepJourney(needs, request, { ...step.journey, ...form.values });
    return reply.redirect(stepAddress(step.practice.code, 'check'), 303);
  }),
];

const checkRoutes = (needs: RegisterOrganisationNeeds): Route[] => [
  route({ method: 'GET', address: stepAddress(':code', 'check'), ...open }, async (request, reply) => {
    const step = await stepAfterYou(needs, request);
    if (!step || !isWhole(step.journey)) return backToStart(request, reply);
    return show(reply, checkAnswersPage(step.practice, step.journey, wordsOf(request)));
  }),
  route({ address: stepAddress(':code', 'check'), ...posted }, async (request, reply) => {
    const step = await stepAfterYou(needs, request);
    if (!step || !isWhole(step.journey)) return whenNothingToSend(needs, request, reply);
    const { practice, journey } = step;
    if (!request.formIsFresh) return reply.redirect(stepAddress(practice.code, 'check'), 303);
    const result = await registerOrganisation(needs, practice, journey, request);
    if (result.outcome === 'no-longer-registrable') return backToStart(request, reply);
    const { id, code, startedAt } = journey;
    keepJourney(needs, request, { id, code, startedAt, reference: result.reference });
    return reply.redirect(sentAddress, 303);
  }),
];

const wordsOf = (request: FastifyRequest) => wordsIn(registerOrganisationWords, request.language);

const codeOf = (request: FastifyRequest): string => (request.params as { code: string }).code;

/** Anything but a practice that may register is explained by the page that found it. */
const backToStart = (request: FastifyRequest, reply: FastifyReply) =>
  reply.redirect(stepAddress(encodeURIComponent(codeOf(request))), 303);

/** A second press arrives after the answers were cleared: it sees the page that the first one led to. */
function whenNothingToSend(needs: RegisterOrganisationNeeds, request: FastifyRequest, reply: FastifyReply) {
  const wasSent = readJourney(needs, request, codeOf(request))?.reference !== undefined;
  return wasSent ? reply.redirect(sentAddress, 303) : backToStart(request, reply);
}

async function registrable(
  needs: RegisterOrganisationNeeds,
  request: FastifyRequest,
): Promise<Organisation | undefined> {
  if (!needs.settings.organisations.registration) return undefined;
  const found = await findOrganisationByCode(needs, codeOf(request));
  return found.outcome === 'registrable' ? found.practice : undefined;
}

async function stepAfterYou(needs: RegisterOrganisationNeeds, request: FastifyRequest) {
  const practice = await registrable(needs, request);
  const journey = practice && unsent(readJourney(needs, request, practice.code));
  return practice && journey && knowsYou(journey) ? { practice, journey } : undefined;
}

/** A mailbox answered earlier does not survive becoming the person's own address. */
function withYou(journey: Journey, you: YourAnswers): Journey {
  const { mailbox, ...rest } = journey;
  return mailbox === undefined || isSameAddress(mailbox, you.email)
    ? { ...rest, you }
    : { ...rest, you, mailbox };
}

const unsent = (journey: Journey | undefined) => (journey?.reference === undefined ? journey : undefined);

const knowsYou = (journey: Journey): journey is Journey & { you: YourAnswers } => journey.you !== undefined;

const isWhole = (journey: Journey): journey is WholeJourney =>
  knowsYou(journey) && journey.mailbox !== undefined;
