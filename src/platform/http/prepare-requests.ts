import type { FastifyInstance } from 'fastify';
import { clientNetwork } from './client-network.ts';
import { cookieJar } from './cookies.ts';
import { csrfToken } from './csrf.ts';
import type { ServerNeeds, ServerOptions } from './server.ts';

/** Gives each request what every handler may ask of it: its cookies, language, token and client. */
export function prepareRequests(server: FastifyInstance, needs: ServerNeeds, options: ServerOptions): void {
  server.decorateRequest('actor', undefined);
  server.decorateRequest('language', 'en');
  server.decorateRequest('formIsFresh', false);
  server.decorateRequest('clientNetwork', '');
  server.decorateRequest('realm', 'portal');
  server.decorateRequest('place', 'portal');
  server.decorateRequest('cookieJar');
  server.decorateRequest('uploads');
  server.decorateRequest('takenFiles');
  server.decorateRequest('isTurnedAway', false);
  server.decorateRequest('keptValues', undefined);
  server.decorateRequest('keptSecret', undefined);
  server.decorateRequest('csrfToken', {
    getter() {
      return csrfToken(needs, this.cookieJar, this.actor?.person.sessionId);
    },
  });
  server.decorateRequest('nonce', '');

  server.addHook('onRequest', async (request, reply) => {
    request.nonce = needs.secrets.bytes(16).toString('base64');
    (reply.raw as { nonce?: string }).nonce = request.nonce;
    request.cookieJar = cookieJar(options.origin, request, reply);
    request.clientNetwork = clientNetwork(request.ip);
    reply.header('x-request-id', request.id);
  });
  server.addHook('onResponse', async (request, reply) => needs.onAnswer(request, reply));
}
