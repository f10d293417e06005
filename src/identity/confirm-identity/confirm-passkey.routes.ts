import type { FastifyRequest } from 'fastify';
import type { Realm } from '../../kernel/actor.ts';
import { ask, loggedIn, loggedInTo } from '../../kernel/policy.ts';
import { type Route, route, safeNext } from '../../platform/http/index.ts';
import { show } from '../../ui/index.ts';
import { confirmAddress, homeAddress, passkeyConfirmAddress, passkeyOptionsAddress } from '../addresses.ts';
import { type AskForPasskeyNeeds, askForPasskey } from '../passkeys/ask-for-passkey.ts';
import { readAnswer, sendAsked } from '../passkeys/passkey-exchange.ts';
import { passkeyRefusedPage } from '../passkeys/passkey-refused.page.tsx';
import type { ProvePasskeyNeeds } from '../passkeys/prove-passkey.ts';
import { giveRenewedToken, readSessionToken } from '../sessions/session-cookies.ts';
import { confirmPasskey } from './confirm-passkey.ts';

type RoutesNeeds = ProvePasskeyNeeds & AskForPasskeyNeeds;

const closed = (realm: Realm) =>
  ({
    policy: loggedInTo[realm],
    supportAccess: 'never',
    realm,
    method: 'POST',
    staleForm: 'shown-again',
  }) as const;

export const confirmPasskeyRoutes = (needs: RoutesNeeds): Route[] =>
  (['portal', 'support'] as const).flatMap((realm) => [postOptions(needs, realm), postPasskey(needs, realm)]);

const postOptions = (needs: RoutesNeeds, realm: Realm) =>
  route(
    {
      ...closed(realm),
      address: passkeyOptionsAddress(passkeyConfirmAddress(realm)),
      formAt: confirmAddress(realm),
    },
    async (request, reply) => {
      ask(loggedIn, request.actor, undefined);
      const { accountId, sessionId: boundTo } = request.actor.person;
      return sendAsked(request, reply, () => askForPasskey(needs, { accountId, realm, boundTo }));
    },
  );

const postPasskey = (needs: RoutesNeeds, realm: Realm) =>
  route(
    { ...closed(realm), address: passkeyConfirmAddress(realm), formAt: confirmAddress(realm) },
    async (request, reply) => {
      const next = nextOf(request, realm);
      const token = readSessionToken(request, realm) ?? '';
      const result = await confirmPasskey(needs, request.actor, { ...readAnswer(request), token });
      if (result.outcome === 'confirmed') {
        if (result.token) giveRenewedToken(request, realm, result.token);
        return reply.redirect(next, 303);
      }
      const back = `${confirmAddress(realm)}?next=${encodeURIComponent(next)}`;
      const { language } = request;
      const { settings } = needs;
      return show(reply, passkeyRefusedPage(result.outcome, { settings, back, language }), 422);
    },
  );

const nextOf = ({ body }: FastifyRequest, realm: Realm): string =>
  safeNext((body as { next?: unknown } | undefined)?.next) ?? homeAddress(realm);
