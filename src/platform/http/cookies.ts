import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Duration } from '../../kernel/duration.ts';

export type CookieKind =
  | 'session'
  | 'support-session'
  | 'device'
  | 'support-device'
  | 'log-in-attempt'
  | 'support-log-in-attempt'
  | 'ticket-session'
  | 'ticket-device'
  | 'ticket-visit'
  | 'passkey-challenge'
  | 'visitor'
  | 'registration';

/** The cookies of one request: read by kind, written on its reply. */
export interface CookieJar {
  read(kind: CookieKind): string | undefined;
  /** Kept until the browser closes, or for `life`. */
  write(kind: CookieKind, value: string, life?: Duration): void;
  remove(kind: CookieKind): void;
}

/**
 * `__Host-` names on https: bound to this host, unreachable from a subdomain. Plain http is loopback only and
 * cannot have them, so the port keeps two copies on one machine apart.
 */
export function cookieName(kind: CookieKind, origin: string): string {
  const { protocol, port } = new URL(origin);
  return protocol === 'https:' ? `__Host-${kind}` : `gatehouse-${port || '80'}-${kind}`;
}

export function cookieJar(origin: string, request: FastifyRequest, reply: FastifyReply): CookieJar {
  const secure = origin.startsWith('https:');
  const shared = { path: '/', httpOnly: true, secure, sameSite: 'lax' } as const;
  const written = new Map<CookieKind, string | undefined>();
  return {
    read: (kind) => (written.has(kind) ? written.get(kind) : request.cookies[cookieName(kind, origin)]),
    write: (kind, value, life) => {
      written.set(kind, value);
      const maxAge = life === undefined ? {} : { maxAge: Math.floor(life / 1000) };
      reply.setCookie(cookieName(kind, origin), value, { ...shared, ...maxAge });
    },
    remove: (kind) => {
      written.set(kind, undefined);
      reply.clearCookie(cookieName(kind, origin), shared);
    },
  };
}
