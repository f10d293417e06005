import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Realm } from '../../kernel/actor.ts';
import { anyone } from '../../kernel/policy.ts';
import { type Route, route, safeNext } from '../../platform/http/index.ts';
import { show } from '../../ui/index.ts';
import {
  homeAddress,
  logInAddress,
  passkeyLogInAddress,
  passkeyOptionsAddress,
  withNext,
} from '../addresses.ts';
import { takeAttempt } from '../log-in-attempts/attempt-cookie.ts';
import { notActivePage } from '../not-active.page.tsx';
import { type AskForPasskeyNeeds, askAnyPasskey } from '../passkeys/ask-for-passkey.ts';
import { readAnswer, sendAsked } from '../passkeys/passkey-exchange.ts';
import { passkeyRefusedPage } from '../passkeys/passkey-refused.page.tsx';
import { describeDevice } from '../sessions/describe-device.ts';
import { giveSession, readDeviceSecret } from '../sessions/session-cookies.ts';
import { type LogInPasskeyNeeds, type LogInPasskeyOutcome, logInPasskey } from './log-in-passkey.ts';
import { provePasskeyRoutes } from './prove-attempt.routes.ts';

type RoutesNeeds = LogInPasskeyNeeds & AskForPasskeyNeeds;

const open = { policy: anyone, supportAccess: 'never', method: 'POST', staleForm: 'shown-again' } as const;

export const logInPasskeyRoutes = (needs: RoutesNeeds): Route[] => [
  ...(['portal', 'support'] as const).flatMap((realm) => [
    postOptions(needs, realm),
    postPasskey(needs, realm),
  ]),
  ...provePasskeyRoutes(needs),
];

/** Asked by the browser code, with the form's token; it changes nothing of ours. */
const postOptions = (needs: RoutesNeeds, realm: Realm) =>
  route(
    { ...open, realm, address: passkeyOptionsAddress(passkeyLogInAddress(realm)) },
    async (request, reply) => sendAsked(request, reply, () => askAnyPasskey(needs, realm)),
  );

const postPasskey = (needs: RoutesNeeds, realm: Realm) =>
  route({ ...open, realm, address: passkeyLogInAddress(realm) }, async (request, reply) => {
    const result = await logInPasskey(needs, {
      ...readAnswer(request),
      realm,
      deviceSecret: readDeviceSecret(request, realm),
      deviceDescription: describeDevice(request.headers['user-agent']),
    });
    return answer(needs, { request, reply, realm }, result);
  });

function answer(
  { settings }: RoutesNeeds,
  { request, reply, realm }: { request: FastifyRequest; reply: FastifyReply; realm: Realm },
  result: LogInPasskeyOutcome,
) {
  const { language } = request;
  const next = safeNext((request.body as { next?: unknown } | undefined)?.next) ?? '';
  switch (result.outcome) {
    case 'logged-in':
      giveSession(request, realm, result.session);
      takeAttempt(request, realm);
      return reply.redirect(next || homeAddress(realm), 303);
    case 'deactivated':
      return show(reply, notActivePage(settings, 'deactivated', language), 403);
    case 'account-closed':
      return show(reply, notActivePage(settings, 'closed', language), 403);
    default: {
      const back = withNext(logInAddress(realm), next);
      return show(reply, passkeyRefusedPage(result.outcome, { settings, back, language }), 422);
    }
  }
}
