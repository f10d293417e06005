import type { FastifyRequest } from 'fastify';
import ipaddr from 'ipaddr.js';
import { NotAllowed } from '../../kernel/endings.ts';
import { anyone } from '../../kernel/policy.ts';
import { equalInConstantTime } from '../../kernel/secrets.ts';
import { isLoopbackHost, type Route, route } from '../http/index.ts';
import type { Metrics } from './metrics.ts';

/** With a token, for whoever shows it; without, for this machine alone. */
export const metricsRoutes = (metrics: Metrics, token: string | undefined): Route[] => [
  route(
    { method: 'GET', address: '/metrics', policy: anyone, supportAccess: 'never', machinery: true },
    async (request, reply) => {
      if (!(token ? showsToken(request, token) : isFromHere(request))) throw new NotAllowed('read metrics');
      const { contentType, text } = await metrics.read();
      return reply.header('cache-control', 'no-store').type(contentType).send(text);
    },
  ),
];

const showsToken = (request: FastifyRequest, token: string): boolean =>
  equalInConstantTime(request.headers.authorization ?? '', `Bearer ${token}`);

/** A proxy here speaks for people elsewhere, and so does a page from the web whose name was pointed at this machine. */
const isFromHere = ({ socket, headers }: FastifyRequest): boolean =>
  isLoopbackHost(headers.host) &&
  !forwarded.some((name) => name in headers) &&
  ipaddr.isValid(socket.remoteAddress ?? '') &&
  ipaddr.process(socket.remoteAddress ?? '').range() === 'loopback';

const forwarded = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'];
