import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Actor, Place } from '../../kernel/actor.ts';
import type { Ids } from '../../kernel/ids.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import type { Language } from '../../kernel/words.ts';
import { endConnectionsWhenClosing } from './end-connections.ts';
import { mountEndings } from './endings.ts';
import type { EndedSession, KeptForms, SessionEnding } from './kept-forms.ts';
import { mountRoutes } from './mount-routes.ts';
import { longestBody, longestUpload } from './multipart-streamed.ts';
import { prepareRequests } from './prepare-requests.ts';
import type { Route } from './route.ts';
import { securityHeaders } from './security-headers.ts';

export interface ServerNeeds {
  ids: Ids;
  secrets: Secrets;
  keyRing: KeyRing;
  /** Who holds this session token now, if anybody. */
  identify(request: FastifyRequest, place: Place, how?: { quietly: boolean }): Promise<Actor | undefined>;
  /** Whose session this request's cookie held until it ended by itself, if it did. */
  findEndedSession(request: FastifyRequest): Promise<EndedSession | undefined>;
  /** Whether the password was given recently enough for a step that needs it fresh. */
  isConfirmed(actor: Actor): boolean;
  keptForms: KeptForms;
  languageOf(request: FastifyRequest): Language;
  /** The page for a request that could not be answered otherwise, in the house words. */
  endingPage(request: FastifyRequest, status: number, retryAfterSeconds?: number): string;
  /** A page that says more than the usual refusal, where the one who is refused may know more. */
  refusalPage(request: FastifyRequest, actor: Actor): Promise<string | undefined>;
  /** Where a person who must log in first is sent; `ended` says what became of the session they had. */
  logInAddress(place: Place, next: string, ended?: SessionEnding): string;
  /** Where a person is asked for their password again. */
  confirmAddress(place: Place, next: string): string;
  onAnswer(request: FastifyRequest, reply: FastifyReply): void;
  onSurprise(request: FastifyRequest, error: Error): void;
}

export interface ServerOptions {
  origin: string;
  sandbox: boolean;
  /** Addresses of proxies whose X-Forwarded-For is believed; none by default. */
  trustedProxies: readonly string[];
  assetsFolder: string;
}

const kilobyte = 1024;
/** Node takes no longer one: whatever the length, a page answers. */
const longestAddress = 16 * kilobyte;
export const usualBodyLimit = 64 * kilobyte;

/** The web server with the registry's routes mounted, listening to nobody yet. */
export async function createServer(
  needs: ServerNeeds,
  options: ServerOptions,
  routes: readonly Route[],
): Promise<FastifyInstance> {
  const server = Fastify({
    bodyLimit: usualBodyLimit,
    // Short enough to read out to support.
    genReqId: () => needs.ids.reference('R'),
    logger: false,
    trustProxy: options.trustedProxies.length > 0 ? [...options.trustedProxies] : false,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    // Only forms with files may take so long; `endSlowBodies` ends others sooner.
    requestTimeout: longestUpload,
    http: { headersTimeout: longestBody },
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: longestAddress },
    rewriteUrl: ({ url = '/' }) => (canBeRead(url) ? url : '/what-nobody-can-read'),
  });
  endConnectionsWhenClosing(server);
  prepareRequests(server, needs, options);
  await server.register(helmet, securityHeaders(!options.sandbox));
  await server.register(cookie);
  // Our pages post forms; what else Fastify would read only gives a stranger more to try.
  server.removeAllContentTypeParsers();
  await server.register(formbody, { bodyLimit: usualBodyLimit });
  await server.register(multipart, {
    limits: { fileSize: 20 * kilobyte * kilobyte, files: 1, fields: 30, parts: 31 },
  });
  await server.register(fastifyStatic, {
    root: options.assetsFolder,
    prefix: '/assets/',
    immutable: true,
    maxAge: '1y',
    preCompressed: true,
    decorateReply: false,
  });
  mountEndings(server, needs);
  mountRoutes(server, needs, options, routes);
  return server;
}

/** Fastify answers an address that is not UTF-8 by itself, without our headers and words. */
function canBeRead(url: string): boolean {
  try {
    decodeURIComponent(url.split('?')[0] ?? '');
    return true;
  } catch {
    return false;
  }
}
