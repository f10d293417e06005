import type { FastifyReply, FastifyRequest } from 'fastify';
import { NotFound } from '../../kernel/endings.ts';
import { isId } from '../../kernel/ids.ts';
import { anyone, ask } from '../../kernel/policy.ts';
import { wordsIn } from '../../kernel/words.ts';
import { type Route, route } from '../../platform/http/index.ts';
import { type FormState, keptForm, readPosted, show } from '../../ui/index.ts';
import { leaversAddress, stepAddress, userAddress } from '../addresses.ts';
import { findHere, type Here } from '../here.ts';
import { findPersonHere, type PersonAddress, type PersonHere } from '../members/person-here.ts';
import { findOrganisationByCode } from '../places/organisation-by-code.ts';
import { actForOrganisation, decideRequests, seePeople } from '../policy.ts';
import { answerReport } from './answer-report.ts';
import { decidesOnlyAt } from './decides-only-at.ts';
import { answerForm, colleagueForm, meForm, outsideForm, someoneForm } from './has-left.form.ts';
import { colleaguePage, mePage, mineSaidPage, outsidePage, sentPage, someonePage } from './has-left.page.tsx';
import { hasLeftWords } from './has-left.words.ts';
import { type LeaverReport, listOpenReports } from './leaver-report.store.ts';
import { leaversPage, reportPage } from './leavers.page.tsx';
import { reportByName, reportColleague, reportFromOutside, type SayLeftNeeds, sayLeft } from './say-left.ts';

const leavers = leaversAddress(':code');
const here = { policy: actForOrganisation, supportAccess: 'never' } as const;
const deciding = { ...here, policy: decideRequests } as const;
const mine = { ...here, address: `${leavers}/me`, stepUp: true } as const;
const someone = { ...here, address: `${leavers}/someone` } as const;
const report = { ...deciding, address: `${leavers}/:id` } as const;
const colleague = {
  policy: seePeople,
  supportAccess: 'never',
  address: userAddress(':code', ':id', 'has-left'),
} as const;
const outside = {
  policy: anyone,
  supportAccess: 'never',
  address: `${stepAddress(':code')}/left`,
} as const;
const posted = { method: 'POST', staleForm: 'shown-again' } as const;

export const hasLeftRoutes = (needs: SayLeftNeeds): Route[] => [
  ...leaversRoutes(needs),
  ...myRoutes(needs),
  ...colleagueRoutes(needs),
  ...someoneRoutes(needs),
  ...outsideRoutes(needs),
];

const leaversRoutes = (needs: SayLeftNeeds): Route[] => [
  route({ ...here, method: 'GET', address: leavers }, async (request, reply) => {
    const place = await mineHere(needs, request);
    const exceptAbout = request.actor?.subject;
    const decides = decideRequests.allows(request.actor, place) && exceptAbout;
    const reports = decides
      ? await listOpenReports(needs.database, place.practice.id, {
          exceptAbout,
          branch: decidesOnlyAt(request.actor, place),
        })
      : undefined;
    const isDone = (request.query as { done?: unknown }).done === 'answered';
    const { timeZone } = needs.settings.service;
    return show(reply, leaversPage({ here: place, reports, isDone, timeZone }, wordsOf(request)));
  }),
  route({ ...report, method: 'GET' }, async (request, reply) => {
    const found = await reportOf(needs, request);
    return found
      ? showReport(needs, request, reply, found, keptForm(request))
      : reply.redirect(leaversAddress(codeOf(request)), 303);
  }),
  route({ ...report, ...posted }, async (request, reply) => {
    const found = await reportOf(needs, request);
    const list = leaversAddress(codeOf(request));
    if (!found) return reply.redirect(list, 303);
    const form = readPosted(answerForm(wordsOf(request)), request);
    if (!form.valid) return showReport(needs, request, reply, found, form);
    const { code, id } = request.params as PersonAddress;
    const answer = { code, id, resolution: form.values.answer };
    const { outcome } = await answerReport(needs, request.actor, answer);
    return reply.redirect(outcome === 'answered' ? `${list}?done=answered` : list, 303);
  }),
];

const myRoutes = (needs: SayLeftNeeds): Route[] => [
  route({ ...mine, method: 'GET' }, async (request, reply) =>
    show(reply, mePage(await mineHere(needs, request), keptForm(request), wordsOf(request))),
  ),
  route({ ...mine, ...posted }, async (request, reply) => {
    const place = await mineHere(needs, request);
    const form = readPosted(meForm(wordsOf(request)), request);
    if (!form.valid) return show(reply, mePage(place, form, wordsOf(request)), 422);
    const left = { code: codeOf(request), endNow: form.values.when === 'now' };
    const { outcome } = await sayLeft(needs, request.actor, left);
    return show(reply, mineSaidPage(outcome, place.practice.name, wordsOf(request)));
  }),
];

const colleagueRoutes = (needs: SayLeftNeeds): Route[] => [
  route({ ...colleague, method: 'GET' }, async (request, reply) =>
    show(reply, colleaguePage(await personOf(needs, request), keptForm(request), wordsOf(request))),
  ),
  route({ ...colleague, ...posted }, async (request, reply) => {
    const person = await personOf(needs, request);
    const form = readPosted(colleagueForm(wordsOf(request)), request);
    if (!form.valid) return show(reply, colleaguePage(person, form, wordsOf(request)), 422);
    const address = request.params as PersonAddress;
    const { outcome } = await reportColleague(needs, request.actor, { ...address, ...form.values });
    const back = userAddress(person.here.organisation.code, person.member.id);
    return reply.redirect(outcome === 'said' ? `${back}?done=has-left` : back, 303);
  }),
];

const someoneRoutes = (needs: SayLeftNeeds): Route[] => [
  route({ ...someone, method: 'GET' }, async (request, reply) =>
    showSomeone(request, reply, await mineHere(needs, request), keptForm(request)),
  ),
  route({ ...someone, ...posted }, async (request, reply) => {
    const place = await mineHere(needs, request);
    const form = readPosted(someoneForm(wordsOf(request)), request);
    if (!form.valid) return showSomeone(request, reply, place, form);
    await reportByName(needs, request.actor, { code: codeOf(request), ...form.values });
    return reply.redirect(`${leaversAddress(place.organisation.code)}/sent`, 303);
  }),
  route({ ...here, method: 'GET', address: `${leavers}/sent` }, async (request, reply) =>
    show(reply, sentPage((await mineHere(needs, request)).practice.name, wordsOf(request))),
  ),
];

const outsideRoutes = (needs: SayLeftNeeds): Route[] => [
  route({ ...outside, method: 'GET' }, async (request, reply) => {
    const practice = await registered(needs, request);
    return practice
      ? show(reply, outsidePage(practice, keptForm(request), wordsOf(request)))
      : backToStart(request, reply);
  }),
  route({ ...outside, ...posted }, async (request, reply) => {
    const practice = await registered(needs, request);
    if (!practice) return backToStart(request, reply);
    const form = readPosted(outsideForm(wordsOf(request)), request);
    if (!form.valid) return show(reply, outsidePage(practice, form, wordsOf(request)), 422);
    const { clientNetwork } = request;
    await reportFromOutside(needs, practice, { ...form.values, clientNetwork });
    return reply.redirect(`${stepAddress(practice.code)}/left/sent`, 303);
  }),
  route({ ...outside, method: 'GET', address: `${outside.address}/sent` }, async (request, reply) => {
    const practice = await registered(needs, request);
    return practice ? show(reply, sentPage(practice.name, wordsOf(request))) : backToStart(request, reply);
  }),
];

const wordsOf = (request: FastifyRequest) => wordsIn(hasLeftWords, request.language);

const codeOf = (request: FastifyRequest): string => (request.params as { code: string }).code;

async function mineHere(needs: SayLeftNeeds, request: FastifyRequest): Promise<Here> {
  const place = await findHere(needs, needs.database, codeOf(request));
  ask(actForOrganisation, request.actor, place);
  return place;
}

const personOf = (needs: SayLeftNeeds, request: FastifyRequest): Promise<PersonHere> =>
  findPersonHere(needs, needs.database, request.actor, request.params as PersonAddress);

async function reportOf(needs: SayLeftNeeds, request: FastifyRequest) {
  const place = await findHere(needs, needs.database, codeOf(request));
  ask(decideRequests, request.actor, place);
  const { id } = request.params as PersonAddress;
  if (!isId(id)) throw new NotFound('leaver report');
  const exceptAbout = request.actor.subject;
  const [found] = await listOpenReports(needs.database, place.practice.id, {
    exceptAbout,
    branch: decidesOnlyAt(request.actor, place),
    id,
  });
  return found && { place, found };
}

function showReport(
  needs: SayLeftNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  { place, found }: { place: Here; found: LeaverReport },
  form: FormState,
) {
  const { timeZone } = needs.settings.service;
  const page = reportPage({ here: place, report: found, timeZone, form }, wordsOf(request));
  return show(reply, page, form.errors.length > 0 ? 422 : 200);
}

function showSomeone(request: FastifyRequest, reply: FastifyReply, place: Here, form: FormState) {
  const seesPeople = seePeople.allows(request.actor, place);
  const page = someonePage({ here: place, seesPeople }, form, wordsOf(request));
  return show(reply, page, form.errors.length > 0 ? 422 : 200);
}

async function registered(needs: SayLeftNeeds, request: FastifyRequest) {
  const found = await findOrganisationByCode(needs, codeOf(request));
  return found.outcome === 'registered' ? found.practice : undefined;
}

const backToStart = (request: FastifyRequest, reply: FastifyReply) =>
  reply.redirect(stepAddress(encodeURIComponent(codeOf(request))), 303);
