import type { FastifyReply, FastifyRequest } from 'fastify';
import { NotFound } from '../../kernel/endings.ts';
import { isId } from '../../kernel/ids.ts';
import { ask } from '../../kernel/policy.ts';
import { wordsIn } from '../../kernel/words.ts';
import { type Route, route } from '../../platform/http/index.ts';
import {
  emptyForm,
  type FormState,
  filledForm,
  keptForm,
  readPosted,
  show,
  withError,
} from '../../ui/index.ts';
import { registrationAddress, registrationsAddress } from '../addresses.ts';
import { refusalForm } from '../claims/claims.form.ts';
import { claimsWords } from '../claims/claims.words.ts';
import { listedState } from '../claims/listed-claim.ts';
import { manageRegistrations } from '../policy.ts';
import { checkForm } from './check-registration.form.ts';
import { countOthersWaiting, findRegistration, listRegistrations } from './check-registration.store.ts';
import { checkRegistrationWords } from './check-registration.words.ts';
import {
  type ApproveOutcome,
  approveRegistration,
  type DecideRegistrationNeeds,
  refuseRegistration,
} from './decide-registration.ts';
import { letterPage } from './letter.page.tsx';
import { makeLetter, type RecordCheckNeeds, type RecordCheckOutcome, recordCheck } from './record-check.ts';
import { registrationPage } from './registration.page.tsx';
import { registrationsPage } from './registrations.page.tsx';

export type CheckRegistrationNeeds = RecordCheckNeeds & DecideRegistrationNeeds;

const desk = { policy: manageRegistrations, supportAccess: 'never', realm: 'support' } as const;
const posted = { ...desk, method: 'POST', formAt: registrationAddress(':id') } as const;

export const checkRegistrationRoutes = (needs: CheckRegistrationNeeds): Route[] => [
  route({ ...desk, method: 'GET', address: registrationsAddress }, async (request, reply) => {
    ask(manageRegistrations, request.actor, undefined);
    const state = listedState(request.query);
    const claims = await listRegistrations(needs.database, state);
    const { timeZone } = needs.settings.service;
    return show(reply, registrationsPage({ state, claims, timeZone }, wordsOf(request)));
  }),
  route({ ...desk, method: 'GET', address: registrationAddress(':id') }, (request, reply) =>
    showRegistration(needs, request, reply, keptForm(request)),
  ),
  letterRoute(needs),
  checkRoute(needs),
  approveRoute(needs),
  refuseRoute(needs),
];

const letterRoute = (needs: CheckRegistrationNeeds) =>
  route({ ...posted, address: registrationAddress(':id', 'letter') }, async (request, reply) => {
    const made = await makeLetter(needs, request.actor, idOf(request));
    if (made.outcome === 'decided-already') return showError(needs, request, reply, '', 'decidedAlready');
    const { settings, clock } = needs;
    return show(
      reply,
      letterPage({ ...made, at: clock.now(), settings }, wordsOf(request), claimsOf(request)),
    );
  });

const checkProblems: Record<
  Exclude<RecordCheckOutcome['outcome'], 'recorded'>,
  [field: string, error: ErrorName]
> = {
  'decided-already': ['', 'decidedAlready'],
  'no-letter': ['how', 'noLetter'],
  'wrong-code': ['code', 'wrongCode'],
  'too-many-codes': ['code', 'tooManyCodes'],
};

const checkRoute = (needs: CheckRegistrationNeeds) =>
  route(
    { ...posted, address: registrationAddress(':id', 'check'), staleForm: 'shown-again' },
    async (request, reply) => {
      const id = idOf(request);
      const form = readPosted(checkForm(wordsOf(request), claimsOf(request)), request);
      if (!form.valid) return showRegistration(needs, request, reply, form);
      const result = await recordCheck(needs, request.actor, { id, ...form.values });
      if (result.outcome === 'recorded') return reply.redirect(registrationAddress(id), 303);
      return showError(needs, request, reply, ...checkProblems[result.outcome], filledForm(form.values));
    },
  );

const approveProblems: Record<Exclude<ApproveOutcome['outcome'], 'approved'>, ErrorName> = {
  'decided-already': 'decidedAlready',
  'not-checked': 'notChecked',
  'already-registered': 'alreadyRegistered',
  'no-longer-registrable': 'noLongerRegistrable',
  'account-not-active': 'accountNotActive',
  'address-changed': 'addressChanged',
};

const approveRoute = (needs: CheckRegistrationNeeds) =>
  route({ ...posted, address: registrationAddress(':id', 'approve') }, async (request, reply) => {
    const result = await approveRegistration(needs, request.actor, idOf(request));
    if (result.outcome === 'approved') return reply.redirect(registrationAddress(idOf(request)), 303);
    return showError(needs, request, reply, '', approveProblems[result.outcome]);
  });

const refuseRoute = (needs: CheckRegistrationNeeds) =>
  route(
    { ...posted, address: registrationAddress(':id', 'refuse'), staleForm: 'shown-again' },
    async (request, reply) => {
      const id = idOf(request);
      const form = readPosted(refusalForm(claimsOf(request)), request);
      if (!form.valid) return showRegistration(needs, request, reply, form);
      const result = await refuseRegistration(needs, request.actor, id, form.values.reason);
      if (result.outcome === 'refused') return reply.redirect(registrationAddress(id), 303);
      return showError(needs, request, reply, '', 'decidedAlready');
    },
  );

type ErrorName =
  | 'decidedAlready'
  | 'noLetter'
  | 'wrongCode'
  | 'tooManyCodes'
  | 'notChecked'
  | 'alreadyRegistered'
  | 'noLongerRegistrable'
  | 'accountNotActive'
  | 'addressChanged';

const wordsOf = (request: FastifyRequest) => wordsIn(checkRegistrationWords, request.language);

const claimsOf = (request: FastifyRequest) => wordsIn(claimsWords, request.language);

function idOf(request: FastifyRequest): string {
  const { id } = request.params as { id: string };
  if (!isId(id)) throw new NotFound('registration');
  return id;
}

async function showRegistration(
  needs: CheckRegistrationNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  form: FormState,
) {
  ask(manageRegistrations, request.actor, undefined);
  const registration = await findRegistration(needs.database, idOf(request));
  if (!registration) throw new NotFound('registration');
  const othersWaiting = await countOthersWaiting(needs.database, registration);
  const { timeZone } = needs.settings.service;
  const page = registrationPage({ registration, othersWaiting, timeZone, form }, wordsOf(request));
  return show(reply, page, form.errors.length > 0 ? 422 : 200);
}

const showError = (
  needs: CheckRegistrationNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  field: string,
  error: ErrorName,
  form: FormState = emptyForm,
) => showRegistration(needs, request, reply, withError(form, field, wordsOf(request).errors[error]));
