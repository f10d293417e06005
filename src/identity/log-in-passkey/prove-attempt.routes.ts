import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Realm } from '../../kernel/actor.ts';
import { anyone } from '../../kernel/policy.ts';
import { type Route, route, safeNext } from '../../platform/http/index.ts';
import { show } from '../../ui/index.ts';
import {
  codeAddress,
  homeAddress,
  logInAgainAddress,
  passkeyCodeAddress,
  passkeyOptionsAddress,
  setUpAddress,
  withNext,
} from '../addresses.ts';
import { takeAttempt } from '../log-in-attempts/attempt-cookie.ts';
import { currentAttempt } from '../log-in-attempts/current-attempt.ts';
import { type AskForPasskeyNeeds, askForPasskey } from '../passkeys/ask-for-passkey.ts';
import { readAnswer, sendAsked } from '../passkeys/passkey-exchange.ts';
import { passkeyRefusedPage } from '../passkeys/passkey-refused.page.tsx';
import { giveSession } from '../sessions/session-cookies.ts';
import { type ProveAttemptNeeds, type ProveAttemptOutcome, proveAttempt } from './prove-attempt.ts';

type RoutesNeeds = ProveAttemptNeeds & AskForPasskeyNeeds;

const open = { policy: anyone, supportAccess: 'never', method: 'POST', staleForm: 'shown-again' } as const;

export const provePasskeyRoutes = (needs: RoutesNeeds): Route[] =>
  (['portal', 'support'] as const).flatMap((realm) => [postOptions(needs, realm), postPasskey(needs, realm)]);

const postOptions = (needs: RoutesNeeds, realm: Realm) =>
  route(
    { ...open, realm, address: passkeyOptionsAddress(passkeyCodeAddress(realm)) },
    async (request, reply) => {
      const attempt = await currentAttempt(needs, request, realm);
      if (!attempt) return reply.redirect(logInAgainAddress(realm, ''), 303);
      const { accountId, id: boundTo } = attempt;
      return sendAsked(request, reply, () => askForPasskey(needs, { accountId, realm, boundTo }));
    },
  );

const postPasskey = (needs: RoutesNeeds, realm: Realm) =>
  route({ ...open, realm, address: passkeyCodeAddress(realm) }, async (request, reply) => {
    const { next: asked, remember } = (request.body ?? {}) as { next?: unknown; remember?: unknown };
    const next = safeNext(asked) ?? '';
    const attempt = await currentAttempt(needs, request, realm);
    const given = { ...readAnswer(request), remember: remember === 'yes' };
    const result = attempt ? await proveAttempt(needs, attempt, given) : ({ outcome: 'ended' } as const);
    return answer(needs, { request, reply, realm, next }, result);
  });

interface Answering {
  request: FastifyRequest;
  reply: FastifyReply;
  realm: Realm;
  next: string;
}

function answer(
  { settings }: RoutesNeeds,
  { request, reply, realm, next }: Answering,
  result: ProveAttemptOutcome,
) {
  switch (result.outcome) {
    case 'logged-in':
      giveSession(request, realm, result.session);
      takeAttempt(request, realm);
      return reply.redirect(next || homeAddress(realm), 303);
    case 'set-up-needed':
      return reply.redirect(withNext(setUpAddress(realm), next), 303);
    case 'ended':
      return reply.redirect(logInAgainAddress(realm, next), 303);
    default: {
      const back = withNext(codeAddress(realm), next);
      const { language } = request;
      return show(reply, passkeyRefusedPage(result.outcome, { settings, back, language }), 422);
    }
  }
}
