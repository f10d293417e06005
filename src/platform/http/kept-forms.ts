import type { FastifyRequest } from 'fastify';
import type { Actor, Place, Realm, SessionId } from '../../kernel/actor.ts';
import type { AccountId } from '../../kernel/ids.ts';
import { cleanInput } from './clean-input.ts';
import { isFresh } from './csrf.ts';
import { readMultipart } from './multipart.ts';
import type { Route } from './route.ts';
import { safeNext } from './safe-next.ts';
import type { ServerNeeds } from './server.ts';

export interface EndedSession {
  sessionId: SessionId;
  accountId: AccountId;
}

/** What the log in page says of the session before: it ended, what was typed is kept, or a file was not. */
export type SessionEnding = 'ended' | 'kept' | 'file-not-kept';

/** Forms that were sent too late, for their sender alone. */
export interface KeptForms {
  /** Seals what was typed, never passwords; gives the secret that finds it again, or nothing when there is nothing to keep. */
  keep(form: { owner: AccountId; realm: Realm; address: string; body: unknown }): Promise<string | undefined>;
  /** Nothing for another account, another address, or when it was too long ago. */
  read(actor: Actor, address: string, secret: string): Promise<Record<string, string> | undefined>;
  forget(actor: Actor, secret: string): Promise<void>;
}

const homes: Record<Place, string> = { portal: '/', support: '/desk', tickets: '/tickets' };

/** The page that a request came for, or whose form it posted: where to go on after log in. */
export function pageOf(route: Route, request: FastifyRequest): string {
  if (route.method === 'GET') return safeNext(request.url) ?? '/';
  const params = request.params as Record<string, string>;
  const address = route.formAt?.replace(/:(\w+)/g, (_, name) => encodeURIComponent(params[name] ?? ''));
  const query = route.formAt === route.address ? new URL(request.url, 'http://gatehouse.invalid').search : '';
  return (address && safeNext(`${address}${query}`)) || homes[request.place];
}

/** Where to go on, with what was typed waiting there if it could be kept. */
export async function keepPosted(
  needs: ServerNeeds,
  route: Route,
  request: FastifyRequest,
  owner: AccountId,
): Promise<string> {
  const page = pageOf(route, request);
  if (Object.values(homes).includes(page)) return page;
  const { realm, body } = request;
  const secret = await needs.keptForms.keep({ owner, realm, address: pathOf(page), body });
  return (secret && safeNext(withKept(page, secret))) || page;
}

/** A form posted after its session ended is kept only when that very session was given it: nobody else can plant one. */
export async function keepLate(
  needs: ServerNeeds,
  route: Route,
  request: FastifyRequest,
  session: EndedSession,
): Promise<{ next: string; ended: SessionEnding }> {
  if (route.uploads) await readMultipart(request, route.uploads, { keepFiles: false });
  request.body = cleanInput(request.body);
  const token = (request.body as { csrf?: unknown } | null | undefined)?.csrf;
  const isOwn = request.headers['sec-fetch-site'] !== 'cross-site';
  if (!isOwn || !isFresh(needs, request.cookieJar, session.sessionId, token))
    return { next: pageOf(route, request), ended: 'ended' };
  const next = await keepPosted(needs, route, request, session.accountId);
  if (Object.keys(request.uploads ?? {}).length + (request.takenFiles?.length ?? 0) > 0)
    return { next, ended: 'file-not-kept' };
  return { next, ended: next.includes('kept=') ? 'kept' : 'ended' };
}

/** Gives a form's page what was typed before. It only looks: the form's next sending forgets it, or the hour's end. */
export async function readKept(needs: ServerNeeds, request: FastifyRequest): Promise<void> {
  const { kept } = request.query as { kept?: unknown };
  if (!request.actor || typeof kept !== 'string' || kept.length > 100) return;
  request.keptValues = await needs.keptForms.read(request.actor, pathOf(request.url), kept);
  if (request.keptValues) request.keptSecret = kept;
}

export async function forgetKept(needs: ServerNeeds, request: FastifyRequest): Promise<void> {
  const kept = (request.body as { kept?: unknown } | null | undefined)?.kept;
  if (request.actor && request.formIsFresh && typeof kept === 'string')
    await needs.keptForms.forget(request.actor, kept);
}

const pathOf = (address: string): string => address.split('?')[0] ?? '/';

function withKept(page: string, secret: string): string {
  const url = new URL(page, 'http://gatehouse.invalid');
  url.searchParams.set('kept', secret);
  return `${url.pathname}${url.search}`;
}
