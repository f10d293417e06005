import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Realm } from '../../kernel/actor.ts';
import type { Clock } from '../../kernel/clock.ts';
import { anyone, ask, loggedInTo } from '../../kernel/policy.ts';
import type { Database } from '../../platform/database/database.ts';
import { type Route, route, safeNext } from '../../platform/http/index.ts';
import {
  codeAddress,
  homeAddress,
  logInAgainAddress,
  securityAddress,
  setUpAddress,
  withNext,
} from '../addresses.ts';
import { currentAttempt } from '../log-in-attempts/current-attempt.ts';
import { type Asker, askerOfAttempt, askerOfSession } from '../second-factors/asker.ts';
import { listFactors } from '../second-factors/factor.store.ts';
import type { Factor } from '../second-factors/factor.ts';
import { canProve } from '../second-factors/factor-policy.ts';

/** Where a set-up happens: in a log in that waits, or in an account whose owner is logged in. */
export interface Place {
  realm: Realm;
  in: 'log-in' | 'account';
}

export const places: readonly Place[] = (['portal', 'support'] as const).flatMap((realm) => [
  { realm, in: 'log-in' } as const,
  { realm, in: 'account' } as const,
]);

export const baseAddress = ({ realm, in: where }: Place): string =>
  where === 'log-in' ? setUpAddress(realm) : `${securityAddress(realm)}/add`;

/** One request of somebody who may set something up. */
export interface SetUpStep {
  request: FastifyRequest;
  reply: FastifyReply;
  place: Place;
  /** Where a log in goes on to in the end. */
  next: string;
  asker: Asker;
  factors: Factor[];
  /** The address of another step. */
  to(path: string): string;
}

/** `formOn`: the step whose form is posted here, where that is another. */
type Definition = Pick<Route, 'method' | 'staleForm'> & { path: string; formOn?: string };
type Needs = { clock: Clock; database: Database };

/** A route of the set-up in one place; whoever has to be elsewhere is sent there. */
export const setUpRoute = (
  needs: Needs,
  place: Place,
  { path, formOn, ...definition }: Definition,
  handle: (step: SetUpStep) => Promise<FastifyReply>,
): Route =>
  route(
    {
      ...definition,
      ...door(place),
      address: baseAddress(place) + path,
      ...(formOn !== undefined && { formAt: baseAddress(place) + formOn }),
    },
    async (request, reply) => {
      const asker = place.in === 'account' ? await ofSession(needs, request, place) : undefined;
      if (asker) return handle(await stepOf(needs, { request, reply, place }, asker));
      return inLogIn(needs, { request, reply, place }, handle);
    },
  );

const door = ({ realm, in: where }: Place) =>
  where === 'account'
    ? ({ policy: loggedInTo[realm], supportAccess: 'never', realm, stepUp: true } as const)
    : ({ policy: anyone, supportAccess: 'never', realm } as const);

async function ofSession({ database }: Needs, request: FastifyRequest, { realm }: Place): Promise<Asker> {
  ask(loggedInTo[realm], request.actor, undefined);
  return askerOfSession(database, request.actor);
}

type At = Pick<SetUpStep, 'request' | 'reply' | 'place'>;

async function inLogIn(needs: Needs, at: At, handle: (step: SetUpStep) => Promise<FastifyReply>) {
  const { request, reply, place } = at;
  const next = nextOf(request);
  const attempt = await currentAttempt(needs, request, place.realm);
  if (!attempt && request.actor) return reply.redirect(next || homeAddress(place.realm), 303);
  if (!attempt) return reply.redirect(logInAgainAddress(place.realm, next), 303);
  const step = await stepOf(needs, at, await askerOfAttempt(needs.database, attempt));
  if (!attempt.provenAt && step.factors.some(canProve))
    return reply.redirect(withNext(codeAddress(place.realm), next), 303);
  return handle(step);
}

async function stepOf({ database }: Needs, at: At, asker: Asker): Promise<SetUpStep> {
  const { place, request } = at;
  const next = place.in === 'log-in' ? nextOf(request) : '';
  const factors = await listFactors(database, asker.accountId, asker.realm);
  return { ...at, next, asker, factors, to: (path) => withNext(baseAddress(place) + path, next) };
}

const nextOf = ({ body, query }: FastifyRequest): string =>
  safeNext(((body ?? query) as { next?: unknown } | undefined)?.next) ?? '';
