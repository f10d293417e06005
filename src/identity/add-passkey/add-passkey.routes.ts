import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Realm } from '../../kernel/actor.ts';
import { NotFound } from '../../kernel/endings.ts';
import { anyone, ask, loggedInTo } from '../../kernel/policy.ts';
import { wordsIn } from '../../kernel/words.ts';
import { type Route, route, safeNext } from '../../platform/http/index.ts';
import { show } from '../../ui/index.ts';
import {
  addPasskeyAddress,
  passkeyOptionsAddress,
  securityAddress,
  setUpAddress,
  setUpPasskeyAddress,
  withNext,
} from '../addresses.ts';
import { currentAttempt } from '../log-in-attempts/current-attempt.ts';
import { type AskForPasskeyNeeds, askNewPasskey } from '../passkeys/ask-for-passkey.ts';
import { readAnswer, sendAsked } from '../passkeys/passkey-exchange.ts';
import { type Asker, askerOfAttempt, askerOfSession } from '../second-factors/asker.ts';
import { listFactors } from '../second-factors/factor.store.ts';
import { canProve } from '../second-factors/factor-policy.ts';
import { giveRenewedToken } from '../sessions/session-cookies.ts';
import { addPasskeyPage, notAddedPage } from './add-passkey.page.tsx';
import { type AddPasskeyNeeds, type AddPasskeyOutcome, addPasskey } from './add-passkey.ts';
import { addPasskeyWords } from './add-passkey.words.ts';

type RoutesNeeds = AddPasskeyNeeds & AskForPasskeyNeeds;

/** In an account whose owner is logged in, or in a log in that waits for a first way to prove itself. */
interface Place {
  realm: Realm;
  in: 'account' | 'log-in';
}

const places: Place[] = (['portal', 'support'] as const).flatMap((realm) => [
  { realm, in: 'account' },
  { realm, in: 'log-in' },
]);

export const addPasskeyRoutes = (needs: RoutesNeeds): Route[] =>
  places.flatMap((place) => [getPasskey(needs, place), postOptions(needs, place), postPasskey(needs, place)]);

const addressOf = ({ realm, in: where }: Place) =>
  where === 'account' ? addPasskeyAddress(realm) : setUpPasskeyAddress(realm);

/** The page that offers the other ways; it also sends on whoever has to be elsewhere. */
const waysAddress = ({ realm, in: where }: Place) =>
  where === 'account' ? `${securityAddress(realm)}/add` : setUpAddress(realm);

const door = ({ realm, in: where }: Place) =>
  where === 'account'
    ? ({ policy: loggedInTo[realm], supportAccess: 'never', realm, stepUp: true } as const)
    : ({ policy: anyone, supportAccess: 'never', realm } as const);

const getPasskey = (needs: RoutesNeeds, place: Place) =>
  route({ ...door(place), method: 'GET', address: addressOf(place) }, async (request, reply) => {
    const next = nextOf(request.query);
    const asker = await findAsker(needs, request, place);
    const otherWays = withNext(waysAddress(place), next);
    if (!asker) return reply.redirect(otherWays, 303);
    const shown = { action: addressOf(place), next, device: asker.device, otherWays };
    return show(reply, addPasskeyPage(shown, wordsIn(addPasskeyWords, request.language)));
  });

const postOptions = (needs: RoutesNeeds, place: Place) =>
  route(
    {
      ...door(place),
      method: 'POST',
      staleForm: 'shown-again',
      address: passkeyOptionsAddress(addressOf(place)),
      formAt: addressOf(place),
    },
    async (request, reply) => {
      const asker = await findAsker(needs, request, place);
      if (!asker) return reply.redirect(waysAddress(place), 303);
      return sendAsked(request, reply, () => askNewPasskey(needs, asker));
    },
  );

const postPasskey = (needs: RoutesNeeds, place: Place) =>
  route(
    { ...door(place), method: 'POST', staleForm: 'shown-again', address: addressOf(place) },
    async (request, reply) => {
      const { name, next } = (request.body ?? {}) as { name?: unknown; next?: unknown };
      const asker = await findAsker(needs, request, place);
      const to = { request, reply, place, next: nextOf({ next }) };
      if (!asker) return answer(needs, to, { outcome: 'over' });
      const given = { ...readAnswer(request), name: typeof name === 'string' ? name : '' };
      return answer(needs, to, await addPasskey(needs, asker, given));
    },
  );

interface Answering {
  request: FastifyRequest;
  reply: FastifyReply;
  place: Place;
  next: string;
}

function answer(
  { settings }: RoutesNeeds,
  { request, reply, place, next }: Answering,
  result: AddPasskeyOutcome,
) {
  switch (result.outcome) {
    case 'added':
      if (result.token) giveRenewedToken(request, place.realm, result.token);
      return reply.redirect(doneAddress(place, next), 303);
    case 'over':
    case 'must-prove':
      return reply.redirect(withNext(waysAddress(place), next), 303);
    default: {
      const back = withNext(addressOf(place), next);
      const words = wordsIn(addPasskeyWords, request.language);
      return show(reply, notAddedPage(result.outcome, { settings, back }, words), 422);
    }
  }
}

const doneAddress = ({ realm, in: where }: Place, next: string): string =>
  where === 'account'
    ? `${securityAddress(realm)}?done=passkey`
    : withNext(`${setUpAddress(realm)}/done`, next);

/** Nobody when the log in that waited is over, or when it has to be proven first. */
async function findAsker(
  needs: RoutesNeeds,
  request: FastifyRequest,
  { realm, in: where }: Place,
): Promise<Asker | undefined> {
  if (!needs.settings.secondFactor.methods.includes('passkey')) throw new NotFound('passkeys');
  if (where === 'account') {
    ask(loggedInTo[realm], request.actor, undefined);
    return askerOfSession(needs.database, request.actor);
  }
  const attempt = await currentAttempt(needs, request, realm);
  if (!attempt) return undefined;
  const factors = await listFactors(needs.database, attempt.accountId, realm);
  if (!attempt.provenAt && factors.some(canProve)) return undefined;
  return askerOfAttempt(needs.database, attempt);
}

const nextOf = (from: unknown): string => safeNext((from as { next?: unknown } | undefined)?.next) ?? '';
