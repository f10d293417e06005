import type { FastifyReply, FastifyRequest } from 'fastify';
import { anyone, ask, loggedIn } from '../../kernel/policy.ts';
import { wordsIn } from '../../kernel/words.ts';
import { type Route, route } from '../../platform/http/index.ts';
import { emptyForm, type FormState, keptForm, readPosted, show } from '../../ui/index.ts';
import { readLink } from '../access-links/access-link.ts';
import { postedLink } from '../access-links/posted-link.ts';
import type { ClosingNeeds } from '../closing.ts';
import { takeSession } from '../sessions/session-cookies.ts';
import { closeAccountAddress, closedAddress, reopenAddress } from './close-account.addresses.ts';
import { closeAccountForm, reopenForm } from './close-account.form.ts';
import {
  accountClosedPage,
  closeAccountPage,
  reopenedPage,
  reopenLinkGonePage,
  reopenPage,
  staffAskedPage,
} from './close-account.page.tsx';
import { closeAccount, findObstacles } from './close-account.ts';
import { closeAccountWords } from './close-account.words.ts';
import { reopenAccount } from './reopen-account.ts';

const mine = { policy: loggedIn, supportAccess: 'never', stepUp: true } as const;
const open = { policy: anyone, supportAccess: 'never' } as const;

export const closeAccountRoutes = (needs: ClosingNeeds): Route[] => [
  route({ ...mine, method: 'GET', address: closeAccountAddress }, (request, reply) =>
    showClose(needs, request, reply, keptForm(request)),
  ),
  route(
    { ...mine, method: 'POST', address: closeAccountAddress, staleForm: 'shown-again' },
    async (request, reply) => {
      ask(loggedIn, request.actor, undefined);
      const words = wordsOf(request);
      const { organisations } = await findObstacles(needs, request.actor);
      const { notSure } = organisations.length > 0 ? words.orphan : words;
      const form = readPosted(closeAccountForm(notSure), request);
      if (!form.valid) return showClose(needs, request, reply, form);
      const { outcome } = await closeAccount(needs, request.actor);
      switch (outcome) {
        case 'closed':
          takeSession(request, 'portal');
          return reply.redirect(closedAddress, 303);
        case 'staff-asked':
          return show(reply, staffAskedPage(words));
        case 'is-staff':
          return showClose(needs, request, reply, emptyForm);
      }
    },
  ),
  route({ ...open, method: 'GET', address: closedAddress }, async (request, reply) =>
    show(reply, accountClosedPage(wordsOf(request))),
  ),
  route({ ...open, method: 'GET', address: reopenAddress }, (request, reply) => {
    const { link } = request.query as { link?: unknown };
    return showReopen(needs, request, reply, typeof link === 'string' ? link : '', emptyForm);
  }),
  route(
    { ...open, method: 'POST', address: reopenAddress, staleForm: 'shown-again' },
    async (request, reply) => {
      const form = readPosted(reopenForm, request);
      if (!form.valid) return showReopen(needs, request, reply, postedLink(request.body), form);
      const { outcome } = await reopenAccount(needs, form.values.link);
      return outcome === 'reopened'
        ? show(reply, reopenedPage(wordsOf(request)))
        : show(reply, reopenLinkGonePage(wordsOf(request)), 410);
    },
  ),
];

async function showClose(needs: ClosingNeeds, request: FastifyRequest, reply: FastifyReply, form: FormState) {
  ask(loggedIn, request.actor, undefined);
  const obstacles = await findObstacles(needs, request.actor);
  const keptFor = needs.settings.retention.closedAccounts;
  const usernames = needs.settings.accounts.usernames !== 'none';
  const page = closeAccountPage({ form, obstacles, keptFor, usernames }, wordsOf(request));
  return show(reply, page, form.errors.length > 0 ? 422 : 200);
}

async function showReopen(
  needs: ClosingNeeds,
  request: FastifyRequest,
  reply: FastifyReply,
  secret: string,
  form: FormState,
) {
  const { state } = await readLink(needs, secret, 'reopen-account');
  return state === 'live'
    ? show(reply, reopenPage(secret, form, wordsOf(request)), form.errors.length > 0 ? 422 : 200)
    : show(reply, reopenLinkGonePage(wordsOf(request)), 410);
}

const wordsOf = (request: FastifyRequest) => wordsIn(closeAccountWords, request.language);
