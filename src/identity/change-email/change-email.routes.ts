import type { FastifyReply, FastifyRequest } from 'fastify';
import { ask, loggedIn } from '../../kernel/policy.ts';
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
import { exchangeCode } from '../access-links/access-link.ts';
import { accountDetailsAddress, changeEmailAddress } from '../addresses.ts';
import { freezeWords } from '../freeze.words.ts';
import { codeForm, newEmailForm } from './change-email.form.ts';
import { askForChangePage, confirmNotLivePage, emailChangedPage, waitingPage } from './change-email.page.tsx';
import { listOwnAddresses } from './change-email.store.ts';
import { askForChange, type ChangeEmailNeeds, cancelChange } from './change-email.ts';
import { changeEmailWords } from './change-email.words.ts';
import { confirmChange } from './confirm-email.ts';

const mine = { policy: loggedIn, supportAccess: 'never' } as const;
const posted = { ...mine, method: 'POST', staleForm: 'shown-again', formAt: changeEmailAddress } as const;

/** Asking for another address, and confirming it with the code, by its logged-in owner. */
export const changeEmailRoutes = (needs: ChangeEmailNeeds): Route[] => [
  route({ ...mine, method: 'GET', address: changeEmailAddress, stepUp: true }, async (request, reply) => {
    const { again } = request.query as { again?: unknown };
    return again === 'yes'
      ? showAsk(needs, request, reply, keptForm(request))
      : showChange(needs, request, reply, keptForm(request));
  }),
  route({ ...posted, address: changeEmailAddress, stepUp: true }, async (request, reply) => {
    const words = wordsOf(request);
    const form = readPosted(newEmailForm(words), request);
    if (!form.valid) return showAsk(needs, request, reply, form, 422);
    const outcome = await askForChange(needs, request.actor, form.values.email);
    if (outcome === 'asked') return reply.redirect(changeEmailAddress, 303);
    const message = {
      'same-address': words.sameAddress,
      'own-former': words.ownFormer,
      'is-staff': words.isStaff,
      frozen: wordsIn(freezeWords, request.language).frozen(needs.settings.support.phone),
      'too-many': words.tooMany,
    }[outcome];
    const again = withError(filledForm({ email: form.values.email.typed }), 'email', message);
    return showAsk(needs, request, reply, again, 422);
  }),
  route({ ...posted, address: `${changeEmailAddress}/code`, stepUp: true }, async (request, reply) => {
    ask(loggedIn, request.actor, undefined);
    const words = wordsOf(request);
    const form = readPosted(codeForm(words), request);
    if (!form.valid) return showChange(needs, request, reply, form, 422);
    const { clientNetwork } = request;
    const typed = { accountId: request.actor.person.accountId, typed: form.values.code, clientNetwork };
    const result = await exchangeCode(needs, typed, 'confirm-email');
    if (result.outcome === 'refused')
      return showChange(needs, request, reply, withError(emptyForm, 'code', words.waiting.refused), 422);
    const confirmed = await confirmChange(needs, request.actor, result.secret);
    if (confirmed.outcome === 'changed')
      return show(reply, emailChangedPage({ to: confirmed.to, settings: needs.settings }, words));
    const state = confirmed.outcome === 'taken' ? 'taken' : confirmed.state;
    return show(reply, confirmNotLivePage(state, words), 410);
  }),
  route(
    { ...mine, method: 'POST', address: `${changeEmailAddress}/cancel`, formAt: changeEmailAddress },
    async (request, reply) => {
      await cancelChange(needs, request.actor);
      return reply.redirect(accountDetailsAddress, 303);
    },
  ),
];

const wordsOf = (request: FastifyRequest) => wordsIn(changeEmailWords, request.language);

/** The code of a change that waits, or else the question for a new address. */
async function showChange(
  needs: ChangeEmailNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  form: FormState,
  status = 200,
) {
  const { email, newEmail } = await addressesOf(needs, request);
  if (!newEmail)
    return show(reply, askForChangePage({ form, email, settings: needs.settings }, wordsOf(request)), status);
  return show(
    reply,
    waitingPage({ form, email, newEmail, settings: needs.settings }, wordsOf(request)),
    status,
  );
}

async function showAsk(
  needs: ChangeEmailNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  form: FormState,
  status = 200,
) {
  const { email } = await addressesOf(needs, request);
  return show(reply, askForChangePage({ form, email, settings: needs.settings }, wordsOf(request)), status);
}

async function addressesOf(needs: ChangeEmailNeeds, { actor }: FastifyRequest) {
  ask(loggedIn, actor, undefined);
  const own = await listOwnAddresses(needs.database, actor.person.accountId);
  const typedOf = (state: string) => own.find((address) => address.state === state)?.typed;
  return { email: typedOf('current') ?? '', newEmail: typedOf('pending') };
}
