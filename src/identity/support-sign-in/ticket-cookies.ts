import type { FastifyRequest } from 'fastify';
import type { Settings } from '../../platform/settings/settings.ts';
import { describeDevice } from '../sessions/describe-device.ts';
import { giveSession, readDeviceSecret, takeSession } from '../sessions/session-cookies.ts';
import type { StartedSession } from '../sessions/start-session.ts';
import type { TicketBrowser } from './ticket-session.ts';

export const ticketBrowserOf = (request: FastifyRequest): TicketBrowser => ({
  deviceSecret: readDeviceSecret(request, 'tickets'),
  deviceDescription: describeDevice(request.headers['user-agent']),
  clientNetwork: request.clientNetwork,
});

/** Stays when the browser closes; a link that was followed before is over, so that only one thing says who reads. */
export function giveTicketSession(
  request: FastifyRequest,
  { tickets }: Pick<Settings, 'tickets'>,
  session: StartedSession,
): void {
  giveSession(request, 'tickets', session, tickets.staysLoggedIn);
  request.cookieJar.remove('ticket-visit');
}

export function takeTicketSession(request: FastifyRequest): void {
  takeSession(request, 'tickets');
  request.cookieJar.remove('ticket-visit');
}
