import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Realm } from '../../kernel/actor.ts';
import { loggedInTo } from '../../kernel/policy.ts';
import { wordsIn } from '../../kernel/words.ts';
import { type Route, route, safeNext } from '../../platform/http/index.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { emptyForm, readPosted, show, withError } from '../../ui/index.ts';
import { confirmAddress, homeAddress } from '../addresses.ts';
import { giveRenewedToken, readSessionToken, takeSession } from '../sessions/session-cookies.ts';
import { confirmPasswordForm } from './confirm-password.form.ts';
import { confirmationClosedPage, confirmPasswordPage } from './confirm-password.page.tsx';
import {
  type ConfirmPasswordNeeds,
  type ConfirmPasswordOutcome,
  confirmPassword,
} from './confirm-password.ts';
import { confirmPasswordWords } from './confirm-password.words.ts';

type RoutesNeeds = ConfirmPasswordNeeds & { settings: Settings };

const closed = (realm: Realm) => ({ policy: loggedInTo[realm], supportAccess: 'never', realm }) as const;

/** Where a step that needs the password fresh leads, and from where it goes on. */
export const confirmPasswordRoutes = (needs: RoutesNeeds): Route[] =>
  (['portal', 'support'] as const).flatMap((realm) => [getConfirm(realm), postConfirm(needs, realm)]);

const getConfirm = (realm: Realm) =>
  route({ ...closed(realm), method: 'GET', address: confirmAddress(realm) }, async (request, reply) => {
    const next = nextOf(request.query, realm);
    const words = wordsIn(confirmPasswordWords, request.language);
    return show(reply, confirmPasswordPage({ form: emptyForm, realm, next }, words));
  });

const postConfirm = (needs: RoutesNeeds, realm: Realm) =>
  route(
    { ...closed(realm), method: 'POST', address: confirmAddress(realm), staleForm: 'shown-again' },
    async (request, reply) => {
      const words = wordsIn(confirmPasswordWords, request.language);
      const form = readPosted(confirmPasswordForm(words), request);
      const next = nextOf(request.body, realm);
      if (!form.valid) return show(reply, confirmPasswordPage({ form, realm, next }, words), 422);
      const { password } = form.values;
      const token = readSessionToken(request, realm) ?? '';
      const { clientNetwork } = request;
      const result = await confirmPassword(needs, request.actor, { password, token, clientNetwork });
      return answer(needs, { request, reply, realm, next }, result);
    },
  );

interface Answering {
  request: FastifyRequest;
  reply: FastifyReply;
  realm: Realm;
  next: string;
}

function answer(needs: RoutesNeeds, to: Answering, result: ConfirmPasswordOutcome) {
  const { request, reply, realm, next } = to;
  const words = wordsIn(confirmPasswordWords, request.language);
  switch (result.outcome) {
    case 'confirmed':
      if (result.token) giveRenewedToken(request, realm, result.token);
      return reply.redirect(next, 303);
    case 'changed-meanwhile':
      return reply.redirect(`${confirmAddress(realm)}?next=${encodeURIComponent(next)}`, 303);
    case 'wrong': {
      const form = withError(emptyForm, 'password', words.wrong);
      return show(reply, confirmPasswordPage({ form, realm, next, left: result.left }, words), 422);
    }
    case 'closed': {
      if (result.justNow) leave(request, realm);
      const closing = { closure: result.closure, loggedOut: result.justNow, now: needs.clock.now() };
      return show(reply, confirmationClosedPage({ ...closing, realm, settings: needs.settings }, words), 429);
    }
  }
}

/** The session has just ended, so the page must not greet its owner. */
function leave(request: FastifyRequest, realm: Realm): void {
  takeSession(request, realm);
  request.actor = undefined;
}

const nextOf = (from: unknown, realm: Realm): string =>
  safeNext((from as { next?: unknown } | undefined)?.next) ?? homeAddress(realm);
