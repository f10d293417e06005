import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ask } from '../../kernel/policy.ts';
import { wordsIn } from '../../kernel/words.ts';
import { type Route, route } from '../../platform/http/index.ts';
import { emptyForm, type FormState, keptForm, readPosted, show, withError } from '../../ui/index.ts';
import { mainContactRequestAddress, mainContactRequestsAddress } from '../addresses.ts';
import { refusalForm, textField } from '../claims/claims.form.ts';
import { claimsWords } from '../claims/claims.words.ts';
import { listedState } from '../claims/listed-claim.ts';
import { manageOrganisations } from '../policy.ts';
import type { AnswerNeeds } from './answer.routes.ts';
import {
  type AskMailboxOutcome,
  askMailbox,
  type CheckRequestNeeds,
  checkAuthoriser,
  makeLetter,
} from './check-request.ts';
import {
  type ApproveRequestOutcome,
  approveRequest,
  type DecideRequestNeeds,
  refuseRequest,
} from './decide-request.ts';
import { type DeskRequestWords, deskRequestWords } from './desk.words.ts';
import { deskLetterPage } from './desk-letter.page.tsx';
import { deskRequestPage } from './desk-request.page.tsx';
import { deskRequestsPage } from './desk-requests.page.tsx';
import { listRequests } from './main-contact-request.store.ts';
import { readDeskRequest } from './read-desk-request.ts';

export type DeskNeeds = CheckRequestNeeds & DecideRequestNeeds & AnswerNeeds;

const desk = { policy: manageOrganisations, supportAccess: 'never', realm: 'support' } as const;
const posted = { ...desk, method: 'POST', formAt: mainContactRequestAddress(':id') } as const;

type ErrorName = keyof DeskRequestWords['errors'];

export const deskRoutes = (needs: DeskNeeds): Route[] => [
  route({ ...desk, method: 'GET', address: mainContactRequestsAddress }, async (request, reply) => {
    ask(manageOrganisations, request.actor, undefined);
    const state = listedState(request.query);
    const claims = await listRequests(needs.database, state);
    const { timeZone } = needs.settings.service;
    return show(reply, deskRequestsPage({ state, claims, timeZone }, wordsOf(request)));
  }),
  route({ ...desk, method: 'GET', address: mainContactRequestAddress(':id') }, (request, reply) =>
    showRequest(needs, request, reply, keptForm(request)),
  ),
  mailboxRoute(needs),
  route({ ...posted, address: mainContactRequestAddress(':id', 'letter') }, async (request, reply) => {
    const made = await makeLetter(needs, request.actor, idOf(request));
    if (made.outcome === 'decided-already') return showError(needs, request, reply, 'decidedAlready');
    const { settings, clock } = needs;
    const letter = { ...made, at: clock.now(), settings };
    return show(reply, deskLetterPage(letter, wordsOf(request), claimsOf(request)));
  }),
  checkRoute(needs),
  approveRoute(needs),
  refuseRoute(needs),
];

const mailboxProblems: Record<Exclude<AskMailboxOutcome['outcome'], 'asked'>, ErrorName> = {
  'decided-already': 'decidedAlready',
  'no-mailbox': 'noMailbox',
  'too-many': 'tooMany',
};

const mailboxRoute = (needs: DeskNeeds) =>
  route({ ...posted, address: mainContactRequestAddress(':id', 'mailbox') }, async (request, reply) => {
    const { outcome } = await askMailbox(needs, request.actor, idOf(request));
    if (outcome === 'asked') return done(request, reply, outcome);
    return showError(needs, request, reply, mailboxProblems[outcome]);
  });

const checkForm = (request: FastifyRequest) =>
  z.object({ note: textField(claimsOf(request), wordsOf(request).errors.noNote) });

const checkRoute = (needs: DeskNeeds) =>
  route(
    { ...posted, address: mainContactRequestAddress(':id', 'check'), staleForm: 'shown-again' },
    async (request, reply) => {
      const form = readPosted(checkForm(request), request);
      if (!form.valid) return showRequest(needs, request, reply, form);
      const check = { id: idOf(request), note: form.values.note };
      const { outcome } = await checkAuthoriser(needs, request.actor, check);
      return outcome === 'recorded'
        ? done(request, reply, outcome)
        : showError(needs, request, reply, 'decidedAlready');
    },
  );

const approveProblems: Record<Exclude<ApproveRequestOutcome['outcome'], 'approved'>, ErrorName> = {
  'decided-already': 'decidedAlready',
  'not-confirmed': 'notConfirmed',
  contested: 'contested',
  closed: 'closed',
  'account-not-active': 'accountNotActive',
  'address-changed': 'addressChanged',
};

const approveRoute = (needs: DeskNeeds) =>
  route(
    { ...posted, address: mainContactRequestAddress(':id', 'approve'), stepUp: true },
    async (request, reply) => {
      const { outcome } = await approveRequest(needs, request.actor, idOf(request));
      if (outcome === 'approved') return done(request, reply, outcome);
      return showError(needs, request, reply, approveProblems[outcome]);
    },
  );

const refuseRoute = (needs: DeskNeeds) =>
  route(
    { ...posted, address: mainContactRequestAddress(':id', 'refuse'), staleForm: 'shown-again' },
    async (request, reply) => {
      const form = readPosted(refusalForm(claimsOf(request)), request);
      if (!form.valid) return showRequest(needs, request, reply, form);
      const refusal = { id: idOf(request), reason: form.values.reason };
      const { outcome } = await refuseRequest(needs, request.actor, refusal);
      return outcome === 'refused'
        ? done(request, reply, outcome)
        : showError(needs, request, reply, 'decidedAlready');
    },
  );

const wordsOf = (request: FastifyRequest) => wordsIn(deskRequestWords, request.language);
const claimsOf = (request: FastifyRequest) => wordsIn(claimsWords, request.language);
const idOf = (request: FastifyRequest): string => (request.params as { id: string }).id;

const done = (request: FastifyRequest, reply: FastifyReply, what: string) =>
  reply.redirect(`${mainContactRequestAddress(idOf(request))}?done=${what}`, 303);

async function showRequest(needs: DeskNeeds, request: FastifyRequest, reply: FastifyReply, form: FormState) {
  const words = wordsOf(request);
  const facts = await readDeskRequest(needs.database, request.actor, idOf(request));
  const { done: asked } = request.query as { done?: unknown };
  const said = typeof asked === 'string' && Object.hasOwn(words.done, asked) ? words.done[asked] : undefined;
  const { timeZone } = needs.settings.service;
  const page = deskRequestPage({ ...facts, form, timeZone, done: said }, words);
  return show(reply, page, form.errors.length > 0 ? 422 : 200);
}

const showError = (needs: DeskNeeds, request: FastifyRequest, reply: FastifyReply, error: ErrorName) =>
  showRequest(needs, request, reply, withError(emptyForm, '', wordsOf(request).errors[error]));
