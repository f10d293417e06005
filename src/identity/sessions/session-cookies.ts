import type { FastifyRequest } from 'fastify';
import type { Realm } from '../../kernel/actor.ts';
import { days } from '../../kernel/duration.ts';
import type { CookieKind } from '../../platform/http/index.ts';
import type { StartedSession } from './start-session.ts';

const sessionCookie: Record<Realm, CookieKind> = { portal: 'session', support: 'support-session' };
const deviceCookie: Record<Realm, CookieKind> = { portal: 'device', support: 'support-device' };

/** Browsers keep no cookie longer than 400 days. */
const deviceLife = days(400);

export const readSessionToken = (request: FastifyRequest, realm: Realm) =>
  request.cookieJar.read(sessionCookie[realm]);

export const readDeviceSecret = (request: FastifyRequest, realm: Realm) =>
  request.cookieJar.read(deviceCookie[realm]);

/** Hands a new session to the browser, and a new form token with it, so nothing from before log in stays good. */
export function giveSession(request: FastifyRequest, realm: Realm, started: StartedSession): void {
  request.cookieJar.write(sessionCookie[realm], started.sessionToken);
  if (started.deviceSecret) request.cookieJar.write(deviceCookie[realm], started.deviceSecret, deviceLife);
  request.cookieJar.remove('visitor');
}

/** The same session under its new token; forms in other tabs stay good. */
export const giveRenewedToken = (request: FastifyRequest, realm: Realm, token: string): void =>
  request.cookieJar.write(sessionCookie[realm], token);

export function takeSession(request: FastifyRequest, realm: Realm): void {
  request.cookieJar.remove(sessionCookie[realm]);
  request.cookieJar.remove('visitor');
}
