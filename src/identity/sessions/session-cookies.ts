import type { FastifyRequest } from 'fastify';
import type { Place } from '../../kernel/actor.ts';
import { type Duration, days } from '../../kernel/duration.ts';
import type { CookieKind } from '../../platform/http/index.ts';
import type { StartedSession } from './start-session.ts';

const sessionCookie: Record<Place, CookieKind> = {
  portal: 'session',
  support: 'support-session',
  tickets: 'ticket-session',
};
const deviceCookie: Record<Place, CookieKind> = {
  portal: 'device',
  support: 'support-device',
  tickets: 'ticket-device',
};

/** Browsers keep no cookie longer than 400 days. */
const deviceLife = days(400);

export const readSessionToken = (request: FastifyRequest, place: Place) =>
  request.cookieJar.read(sessionCookie[place]);

export const readDeviceSecret = (request: FastifyRequest, place: Place) =>
  request.cookieJar.read(deviceCookie[place]);

/** Hands a new session to the browser, and a new form token with it, so nothing from before log in stays good. */
export function giveSession(
  request: FastifyRequest,
  place: Place,
  started: StartedSession,
  life?: Duration,
): void {
  request.cookieJar.write(sessionCookie[place], started.sessionToken, life);
  if (started.deviceSecret) request.cookieJar.write(deviceCookie[place], started.deviceSecret, deviceLife);
  request.cookieJar.remove('visitor');
}

/** The same session under its new token, kept for as long; forms in other tabs stay good. */
export const giveRenewedToken = (
  request: FastifyRequest,
  place: Place,
  token: string,
  life?: Duration,
): void => request.cookieJar.write(sessionCookie[place], token, life);

export function takeSession(request: FastifyRequest, place: Place): void {
  request.cookieJar.remove(sessionCookie[place]);
  request.cookieJar.remove('visitor');
}
