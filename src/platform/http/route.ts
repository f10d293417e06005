import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor, Place, Realm } from '../../kernel/actor.ts';
import type { Policy } from '../../kernel/policy.ts';
import type { Language } from '../../kernel/words.ts';
import type { CookieJar } from './cookies.ts';
import type { StreamedUploads, TakenFile } from './multipart-streamed.ts';

export interface RouteDefinition {
  method: 'GET' | 'POST';
  /** The address pattern, like `/desk/people/:id`. */
  address: string;
  // biome-ignore lint/suspicious/noExplicitAny: the record a policy decides about is the operation's business
  policy: Policy<any>;
  /** Whether support may use it while acting for a person; never unless somebody thought about it. */
  supportAccess: 'never' | 'read';
  /** Lets in whom the policy does not: another proof than a session, like a link of an email that was followed. */
  admitsToo?: (request: FastifyRequest) => Promise<boolean>;
  /** Whose session is read: the portal's, or that of support and its staff. */
  realm?: Realm;
  /**
   * `tickets`: the session of the support centre's own sign in is read first, else the portal's. The realm of
   * `request.actor` tells which it was.
   */
  sessions?: 'tickets';
  /**
   * What happens to a form whose token is stale or missing. `refused`: the platform answers, the handler never runs.
   * `shown-again`: the handler must look at `request.formIsFresh` (`readPosted` does) before it changes anything.
   */
  staleForm?: 'refused' | 'shown-again';
  /** Asks for the password again when it was given longer ago than `session.stepUpWithin`. */
  stepUp?: boolean;
  /** The address with the form that is posted here; the same address unless stated. Parameters are filled in. */
  formAt?: string;
  /** Does not count as use of the session: the browser asks by itself. */
  quiet?: boolean;
  /** Seconds after which to come back when there is no room for a request; asked before anything of it is read. */
  busyFor?: (request: FastifyRequest) => number | undefined;
  /**
   * Reads a multipart form into `request.uploads`. With `atMost` the handler has words for a file of more bytes, which
   * arrives empty and marked; its rest is dropped unread. `streamed` hands several files on while they arrive, and says
   * in `request.takenFiles` what became of each.
   */
  uploads?: boolean | { atMost: number } | { streamed: StreamedUploads };
  /** Pages of the machinery (`/health`, `/metrics`): no session, no Host check, no cookies. */
  machinery?: boolean;
  /** Takes a small JSON body, of the machinery alone; what is none arrives as undefined. */
  takesJson?: boolean;
}

export type RouteHandler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

export interface Route extends RouteDefinition {
  handle: RouteHandler;
}

/** Declares one address. Everything served is declared so: the matrix tests and the docs read these. */
export const route = (definition: RouteDefinition, handle: RouteHandler): Route => ({
  ...definition,
  handle,
});

export interface UploadedFile {
  fileName: string;
  content: Buffer;
  isTooLarge: boolean;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks, in the route's realm; undefined when nobody is logged in. */
    actor: Actor | undefined;
    language: Language;
    /** True when the posted form carried a token that this browser was given. */
    formIsFresh: boolean;
    /** The token every form must carry; asking for it gives the browser its visitor cookie. */
    readonly csrfToken: string;
    /** An IPv4 address or IPv6 /64, for limits. */
    clientNetwork: string;
    cookieJar: CookieJar;
    uploads: Record<string, UploadedFile>;
    /** Of a form whose files are streamed, in the order they came. */
    takenFiles: TakenFile[];
    /** Turned away unread; its page is shared, and holds nothing of this visitor's. */
    isTurnedAway: boolean;
    /** The secret under which they are kept, for the form to send along, so that they are forgotten then. */
    keptSecret: string | undefined;
    /** What was typed into this address's form before its sender had to log in again. */
    keptValues: Record<string, string> | undefined;
    realm: Realm;
    /** The door it comes through: where to log in, and what stands in the header. */
    place: Place;
    /** Marks this answer's own scripts. */
    nonce: string;
  }
}
