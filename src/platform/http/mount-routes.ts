import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Actor, Realm } from '../../kernel/actor.ts';
import { NotAllowed, NotConfirmed } from '../../kernel/endings.ts';
import { cleanInput } from './clean-input.ts';
import { isFresh } from './csrf.ts';
import { endSlowBodies } from './end-slow-bodies.ts';
import { MethodNotAllowed, StaleForm, WrongHost } from './endings.ts';
import { isOwnHost } from './host-check.ts';
import { forgetKept, keepLate, keepPosted, pageOf, readKept } from './kept-forms.ts';
import { readMultipart } from './multipart.ts';
import type { Route } from './route.ts';
import type { ServerNeeds, ServerOptions } from './server.ts';
import { turnAwayWhenBusy } from './turn-away-when-busy.ts';

export function mountRoutes(
  server: FastifyInstance,
  needs: ServerNeeds,
  options: ServerOptions,
  routes: readonly Route[],
): void {
  const mount = (onto: FastifyInstance, route: Route) =>
    onto.route({
      method: route.method,
      url: route.address,
      onRequest: [...(route.busyFor ? [turnAwayWhenBusy(needs, route)] : []), ...endSlowBodies(route)],
      handler: (request, reply) => answer(needs, options, route, request, reply),
    });
  for (const route of routes.map((each) => withFormAt(each, routes))) {
    if (!route.takesJson) mount(server, route);
    else
      server.register(async (onto) => {
        readJson(onto);
        mount(onto, route);
      });
  }
  for (const [address, methods] of otherMethods(routes)) {
    server.route({
      method: methods,
      url: address,
      handler: async (_request, reply) => {
        reply.header('allow', allowedAt(routes, address).join(', '));
        throw new MethodNotAllowed();
      },
    });
  }
}

const smallBody = 8 * 1024;

/** Who may send it is asked first; only then whether it is JSON. */
function readJson(server: FastifyInstance): void {
  const options = { parseAs: 'string', bodyLimit: smallBody } as const;
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', options, async (_request: unknown, body: string) => {
    try {
      return JSON.parse(body);
    } catch {
      return undefined;
    }
  });
}

/** Every request takes these steps, in this order; a step that is not passed ends it. */
async function answer(
  needs: ServerNeeds,
  options: ServerOptions,
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  if (route.machinery) return route.handle(request, reply);
  if (!isOwnHost(request.host, options.origin, options.sandbox)) throw new WrongHost();
  await identify(needs, route, request);
  request.language = needs.languageOf(request);
  reply.header('cache-control', 'no-store');
  if (!route.policy.admits(request.actor) && !(await route.admitsToo?.(request)))
    return turnAway(needs, route, request, reply);
  if (route.uploads) await readMultipart(request, route.uploads);
  request.body = cleanInput(request.body);
  request.query = cleanInput(request.query);
  request.params = cleanInput(request.params);
  if (route.method === 'POST') checkForm(needs, route, request);
  else await readKept(needs, request);
  try {
    if (route.stepUp && request.actor && !needs.isConfirmed(request.actor)) throw new NotConfirmed();
    await forgetKept(needs, request);
    return await route.handle(request, reply);
  } catch (error) {
    if (error instanceof NotConfirmed && request.actor)
      return confirmFirst(needs, route, request, request.actor, reply);
    if (error instanceof NotAllowed && request.actor)
      return refuse(needs, request, request.actor, reply, error);
    throw error;
  }
}

async function identify(needs: ServerNeeds, route: Route, request: FastifyRequest): Promise<void> {
  const how = { quietly: route.quiet ?? false };
  request.realm = route.realm ?? 'portal';
  request.place = route.sessions ?? request.realm;
  request.actor = await needs.identify(request, request.place, how);
  if (!route.sessions) return;
  request.actor ??= await needs.identify(request, 'portal', how);
  request.realm = request.actor?.person.realm ?? lapsedRealm(request);
  if (request.realm === 'portal') request.place = 'portal';
}

/** Whoever was logged in to the portal alone logs in there again. */
const lapsedRealm = ({ cookieJar }: FastifyRequest): Realm =>
  cookieJar.read('session') && !cookieJar.read('ticket-session') ? 'portal' : 'support';

async function turnAway(needs: ServerNeeds, route: Route, request: FastifyRequest, reply: FastifyReply) {
  if (request.actor) throw new NotAllowed(route.policy.name);
  const session = await needs.findEndedSession(request);
  const away =
    session && route.method === 'POST'
      ? await keepLate(needs, route, request, session)
      : { next: pageOf(route, request), ended: session && ('ended' as const) };
  return reply.redirect(needs.logInAddress(request.place, away.next, away.ended), 303);
}

async function refuse(
  needs: ServerNeeds,
  request: FastifyRequest,
  actor: Actor,
  reply: FastifyReply,
  refusal: NotAllowed,
) {
  const page = await needs.refusalPage(request, actor);
  if (page === undefined) throw refusal;
  return reply.code(refusal.status).type('text/html; charset=utf-8').send(page);
}

/** Asks for the password again, and keeps what was typed until it was given. */
async function confirmFirst(
  needs: ServerNeeds,
  route: Route,
  request: FastifyRequest,
  actor: Actor,
  reply: FastifyReply,
) {
  const isKept = route.method === 'POST' && request.formIsFresh;
  const next = isKept
    ? await keepPosted(needs, route, request, actor.person.accountId)
    : pageOf(route, request);
  return reply.redirect(needs.confirmAddress(request.place, next), 303);
}

/** Most forms are posted to the address that shows them. */
function withFormAt(route: Route, routes: readonly Route[]): Route {
  if (route.method === 'GET' || route.formAt) return route;
  const isShownHere = routes.some(({ method, address }) => method === 'GET' && address === route.address);
  return isShownHere ? { ...route, formAt: route.address } : route;
}

function checkForm(needs: ServerNeeds, route: Route, request: FastifyRequest): void {
  const token = (request.body as { csrf?: unknown } | null | undefined)?.csrf;
  const fromElsewhere = request.headers['sec-fetch-site'] === 'cross-site';
  request.formIsFresh =
    !fromElsewhere && isFresh(needs, request.cookieJar, request.actor?.person.sessionId, token);
  if (!request.formIsFresh && route.staleForm !== 'shown-again') throw new StaleForm();
}

const allowedAt = (routes: readonly Route[], address: string): string[] => {
  const methods = routes.filter((route) => route.address === address).map((route) => route.method as string);
  return methods.includes('GET') ? [...methods, 'HEAD'] : methods;
};

function otherMethods(routes: readonly Route[]): Map<string, string[]> {
  const addresses = new Set(routes.map((route) => route.address));
  const known = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
  return new Map(
    [...addresses].map((address) => {
      const allowed = allowedAt(routes, address);
      return [address, known.filter((method) => !allowed.includes(method))];
    }),
  );
}
