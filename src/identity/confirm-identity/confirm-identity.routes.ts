import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Realm } from '../../kernel/actor.ts';
import { ask, loggedIn, loggedInTo } from '../../kernel/policy.ts';
import { wordsIn } from '../../kernel/words.ts';
import { type Route, route, safeNext } from '../../platform/http/index.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { emptyForm, type FormState, readPosted, show, withError } from '../../ui/index.ts';
import { confirmAddress, homeAddress } from '../addresses.ts';
import type { Closure } from '../lockout/entry-lane.ts';
import type { SendCodeNeeds } from '../second-factors/send-code.ts';
import { giveRenewedToken, readSessionToken, takeSession } from '../sessions/session-cookies.ts';
import { confirmationClosedPage } from './confirm-closed.page.tsx';
import { confirmCode } from './confirm-code.ts';
import { confirmCodeForm, confirmPasswordForm } from './confirm-identity.form.ts';
import { confirmIdentityPage } from './confirm-identity.page.tsx';
import { confirmIdentityWords } from './confirm-identity.words.ts';
import { type ConfirmPasswordNeeds, confirmPassword } from './confirm-password.ts';
import { findSentCode } from './find-sent-code.ts';
import { chosenWay, findWays } from './find-ways.ts';
import { wayAddress } from './other-ways.tsx';
import { sendConfirmCode } from './send-confirm-code.ts';

type RoutesNeeds = ConfirmPasswordNeeds & SendCodeNeeds & { settings: Settings };

const closed = (realm: Realm) => ({ policy: loggedInTo[realm], supportAccess: 'never', realm }) as const;

/** Where a step that needs proof of who it is leads, and from where it goes on. */
export const confirmIdentityRoutes = (needs: RoutesNeeds): Route[] =>
  (['portal', 'support'] as const).flatMap((realm) => [
    getConfirm(needs, realm),
    postPassword(needs, realm),
    postSend(needs, realm),
    postCode(needs, realm),
  ]);

const getConfirm = (needs: RoutesNeeds, realm: Realm) =>
  route({ ...closed(realm), method: 'GET', address: confirmAddress(realm) }, (request, reply) =>
    showAsked(needs, { request, reply, realm, ...readAsked(request.query, realm) }, emptyForm),
  );

const posted = (realm: Realm, step = '') =>
  ({
    ...closed(realm),
    method: 'POST',
    address: `${confirmAddress(realm)}${step}`,
    staleForm: 'shown-again',
  }) as const;

const postPassword = (needs: RoutesNeeds, realm: Realm) =>
  route(posted(realm), async (request, reply) => {
    const words = wordsOf(request);
    const to = { request, reply, realm, ...readAsked(request.body, realm), way: 'password' };
    const form = readPosted(confirmPasswordForm(words), request);
    if (!form.valid) return showAsked(needs, to, form);
    const token = readSessionToken(request, realm) ?? '';
    const typed = { ...form.values, token, clientNetwork: request.clientNetwork };
    const result = await confirmPassword(needs, request.actor, typed);
    switch (result.outcome) {
      case 'confirmed':
        return goOn(to, result.token);
      case 'not-a-way':
      case 'changed-meanwhile':
        return reply.redirect(`${confirmAddress(realm)}?next=${encodeURIComponent(to.next)}`, 303);
      case 'wrong':
        return showAsked(needs, to, withError(emptyForm, 'password', words.wrong), { left: result.left });
      case 'closed':
        return shut(needs, to, 'password', result);
    }
  });

const postSend = (needs: RoutesNeeds, realm: Realm) =>
  route(posted(realm, '/send'), async (request, reply) => {
    const words = wordsOf(request);
    const to = { request, reply, realm, ...readAsked(request.body, realm) };
    const form = readPosted(z.object({}), request);
    if (!form.valid) return showAsked(needs, to, form);
    const result = await sendConfirmCode(needs, request.actor, to.way);
    switch (result.outcome) {
      case 'sent':
        return reply.redirect(wayAddress(realm, to.way, to.next), 303);
      case 'too-soon':
        return showAsked(needs, to, withError(emptyForm, '', words.again.tooSoon));
      case 'limit-reached':
        return showAsked(needs, to, emptyForm, { limitUntil: result.until });
      case 'not-a-way':
        return showAsked(needs, to, withError(emptyForm, '', words.gone));
      case 'closed':
        return shut(needs, to, 'code', { closure: result.closure, justNow: false });
    }
  });

const postCode = (needs: RoutesNeeds, realm: Realm) =>
  route(posted(realm, '/code'), async (request, reply) => {
    const words = wordsOf(request);
    const to = { request, reply, realm, ...readAsked(request.body, realm) };
    const kind = await kindOf(needs, to);
    const form = readPosted(confirmCodeForm(words, kind), request);
    if (!form.valid) return showAsked(needs, to, form);
    const token = readSessionToken(request, realm) ?? '';
    const typed = { ...form.values, way: to.way, token, clientNetwork: request.clientNetwork };
    const result = await confirmCode(needs, request.actor, typed);
    switch (result.outcome) {
      case 'confirmed':
        return goOn(to, result.token);
      case 'not-a-way':
        return showAsked(needs, to, withError(emptyForm, '', words.gone));
      case 'wrong':
        return showAsked(needs, to, withError(emptyForm, 'code', words.code.wrong), { left: result.left });
      case 'closed':
        return shut(needs, to, 'code', result);
    }
  });

interface Answering {
  request: FastifyRequest;
  reply: FastifyReply;
  realm: Realm;
  next: string;
  /** The way that was chosen, if any was. */
  way: string;
}

/** The page for the way that was chosen, or for the first there is. */
async function showAsked(
  needs: RoutesNeeds,
  { request, reply, realm, next, way: chosen }: Answering,
  form: FormState,
  { left, limitUntil }: { left?: number; limitUntil?: Date } = {},
) {
  const { actor } = request;
  ask(loggedIn, actor, undefined);
  const ways = await findWays(needs, actor);
  const way = chosenWay(ways, chosen);
  const found = await findSentCode(needs, actor, way);
  const sent = found && { ...found, ...(limitUntil && { limitUntil }) };
  const shared = { form, realm, next, ways, way, sent, now: needs.clock.now(), settings: needs.settings };
  const page = confirmIdentityPage({ ...shared, ...(left !== undefined && { left }) }, wordsOf(request));
  return show(reply, page, form.errors.length > 0 || limitUntil ? 422 : 200);
}

/** The kind decides what can be a code at all. */
async function kindOf(needs: RoutesNeeds, { request: { actor }, way: chosen }: Answering) {
  ask(loggedIn, actor, undefined);
  const way = chosenWay(await findWays(needs, actor), chosen);
  return typeof way === 'object' ? way.kind : 'authenticator';
}

function goOn({ request, reply, realm, next }: Answering, token: string | undefined) {
  if (token) giveRenewedToken(request, realm, token);
  return reply.redirect(next, 303);
}

function shut(
  needs: RoutesNeeds,
  { request, reply, realm }: Answering,
  step: 'password' | 'code',
  { closure, justNow }: { closure: Closure; justNow: boolean },
) {
  if (justNow) leave(request, realm);
  const props = { step, realm, closure, loggedOut: justNow, now: needs.clock.now() };
  return show(reply, confirmationClosedPage({ ...props, settings: needs.settings }, wordsOf(request)), 429);
}

/** The session has just ended, so the page must not greet its owner. */
function leave(request: FastifyRequest, realm: Realm): void {
  takeSession(request, realm);
  request.actor = undefined;
}

const wordsOf = ({ language }: FastifyRequest) => wordsIn(confirmIdentityWords, language);

function readAsked(from: unknown, realm: Realm): Pick<Answering, 'next' | 'way'> {
  const { next, way } = (from ?? {}) as { next?: unknown; way?: unknown };
  return { next: safeNext(next) ?? homeAddress(realm), way: typeof way === 'string' ? way : '' };
}
