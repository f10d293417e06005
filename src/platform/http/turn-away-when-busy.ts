import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Route } from './route.ts';
import type { ServerNeeds } from './server.ts';

interface Made {
  html: string;
  nonce: string;
  reference: string;
}

/**
 * Turns a request away before anything of it is read. The page is made once for each wait and language, and only gets
 * this answer's own nonce and reference, so that a flood costs next to nothing.
 */
export function turnAwayWhenBusy(needs: ServerNeeds, route: Route) {
  const pages = new Map<string, Made>();
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const wait = route.busyFor?.(request);
    if (wait === undefined) return;
    request.isTurnedAway = true;
    request.realm = route.realm ?? (route.sessions ? 'support' : 'portal');
    request.place = route.sessions ?? request.realm;
    request.language = needs.languageOf(request);
    const name = `${request.language} ${wait}`;
    const made = pages.get(name) ?? make(needs, request, wait);
    pages.set(name, made);
    reply.code(503).type('text/html; charset=utf-8');
    reply.header('cache-control', 'no-store').header('retry-after', wait);
    return reply.send(made.html.replaceAll(made.nonce, request.nonce).replaceAll(made.reference, request.id));
  };
}

const make = (needs: ServerNeeds, request: FastifyRequest, wait: number): Made => ({
  html: needs.endingPage(request, 503, wait),
  nonce: request.nonce,
  reference: request.id,
});
