import type { FastifyRequest } from 'fastify';
import type { Realm } from '../../kernel/actor.ts';
import type { CookieKind } from '../../platform/http/index.ts';

const attemptCookie: Record<Realm, CookieKind> = {
  portal: 'log-in-attempt',
  support: 'support-log-in-attempt',
};

export const readAttemptToken = (request: FastifyRequest, realm: Realm) =>
  request.cookieJar.read(attemptCookie[realm]);

/** A second log in in the same browser takes the place of the first. */
export const giveAttempt = (request: FastifyRequest, realm: Realm, token: string): void =>
  request.cookieJar.write(attemptCookie[realm], token);

export const takeAttempt = (request: FastifyRequest, realm: Realm): void =>
  request.cookieJar.remove(attemptCookie[realm]);
